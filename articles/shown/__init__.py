"""What readers' pages show of stories and issues, and which acts change it: docs/CACHE.md, "What shows what"."""
