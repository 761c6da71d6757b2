"""Topics of the next meeting: those that come back, feedback that is to be given, and ideas to begin with."""
