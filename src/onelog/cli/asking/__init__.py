"""Everything that is asked at a terminal: the prompt, short questions, and the words of a command from wherever they come."""
