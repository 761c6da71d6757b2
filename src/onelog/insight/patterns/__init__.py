"""The common thread of the best conversations, and the experiments that try what was found."""
