"""The doors of the desk: who is let in, how often it is tried, with what, and for how long (docs/SECURITY.md)."""
