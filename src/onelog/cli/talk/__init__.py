"""The commands for better conversations."""
