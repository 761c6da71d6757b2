"""A period looked back on: the review, and a nomination."""
