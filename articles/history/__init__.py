"""What a story was: its versions, what was done in them, the difference between two, and the way back to one."""
