"""What a person does with a journal: everything that writes or decides."""
