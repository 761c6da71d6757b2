"""Calendars: past 1-on-1s without notes, who they were with, and how often."""
