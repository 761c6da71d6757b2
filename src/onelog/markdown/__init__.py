"""The one text language: its grammar, a note's body, front matter, and documents read, written, split and merged."""
