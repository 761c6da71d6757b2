"""From a text to what it says: its fields, its lines, the record in a line."""
