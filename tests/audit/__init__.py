"""make audit: the tools that others wrote, over every kind of page of a sample issue that runs for it."""
