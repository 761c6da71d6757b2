"""What is said of what was looked for in the journal: numbers, patterns, warnings, reviews, questions."""
