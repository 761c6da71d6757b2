"""Promises for programs that keep tasks; what is ticked there comes back by `import`."""
