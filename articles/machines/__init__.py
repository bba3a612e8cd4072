"""What a page tells machines: search engines, other sites that show a link to it, other newsrooms. docs/MACHINES.md"""
