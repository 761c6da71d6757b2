"""What the care of the journal is answered with: backups, what doctor found, drafts, what was erased."""
