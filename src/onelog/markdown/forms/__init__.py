"""Forms of one's own, and the scales that they ask for."""
