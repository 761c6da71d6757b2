"""Everything that reads the journal and decides what to say: schedule, today, prep, stats, watch, reviews, patterns."""
