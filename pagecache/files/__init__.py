"""Pages as files, which a web server in front serves without asking the newsroom (docs/CACHE.md)."""
