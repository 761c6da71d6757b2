"""What to talk about: questions that fit somebody, and guides to kinds of conversations."""
