"""The document that is filled in for the next meeting: how it is made, and how it comes back."""
