"""The windows of the journal: values in, what is seen out. Nothing here reads or changes the journal."""
