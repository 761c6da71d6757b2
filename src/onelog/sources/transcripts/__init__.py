"""Transcripts of talks: a note of who said what, never promises."""
