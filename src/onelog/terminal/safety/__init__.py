"""Backups, the doctor, and what was forgotten."""
