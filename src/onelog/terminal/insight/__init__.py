"""What was read and decided: today, prep, stats, patterns, reviews."""
