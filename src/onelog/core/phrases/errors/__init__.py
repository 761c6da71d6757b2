"""What is said when something cannot be done: a sentence, and a hint in the second line; an area a module."""
