"""Changing records in one line: what is said, what it means for each kind, and what another command does."""
