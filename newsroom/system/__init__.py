"""The system page: how the machine behind the desk stands. Nothing here grows with the archive."""
