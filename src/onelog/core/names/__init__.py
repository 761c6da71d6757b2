"""Names of people: as they are written, compared, and looked for."""
