"""Programs that keep tasks: each task becomes a promise outside any meeting, or ticks the one that it is."""
