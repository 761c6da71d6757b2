"""Days, periods and cadences, and the words people have for them."""
