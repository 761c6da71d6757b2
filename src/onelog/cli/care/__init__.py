"""The commands that take care of the journal."""
