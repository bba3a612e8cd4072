"""What the templates of readers' pages call (newsroom/reader_templates/ lists it)."""
