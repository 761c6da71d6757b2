"""What the journal holds, as it is listed, shown and changed."""
