"""What each report reads: one module a report, few rows, by an index."""
