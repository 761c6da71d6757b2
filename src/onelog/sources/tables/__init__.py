"""Tables (CSV) of any columns: what each of them is, rules say; a first draft of the rules is guessed."""
