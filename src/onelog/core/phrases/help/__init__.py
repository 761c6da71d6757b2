"""What the help says: of commands, of their options, and around both. It is loaded when somebody asks for it, never before."""
