"""The sample issue that a new newsroom opens with: invented stories, and pictures drawn by the house."""
