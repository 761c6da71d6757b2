"""Care of the journal: backups, encryption, the doctor, and what is to be forgotten."""
