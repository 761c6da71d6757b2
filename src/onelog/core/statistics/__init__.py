"""What chance does: exact counts, ranks among neighbours, and evidence that may be looked at again and again."""
