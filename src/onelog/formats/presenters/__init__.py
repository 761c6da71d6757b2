"""What a pipe and JSON get of each type, a module a group; a type says in its presenter which one is its own."""
