"""Finding what was once said: the words of a query, what fits them, and where they stand in it."""
