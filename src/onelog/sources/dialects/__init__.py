"""Programs whose notes are nearly Markdown: each line is written as Markdown has it, and read as any other note."""
