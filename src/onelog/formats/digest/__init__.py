"""A period's notes as one document for people, and such a document (or somebody's own running notes) as pages to take in."""
