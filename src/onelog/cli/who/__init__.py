"""The commands about people and goals."""
