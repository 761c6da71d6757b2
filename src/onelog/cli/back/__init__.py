"""The commands that look back."""
