"""Pages to read, to print and to hand on, with their pictures."""
