"""
The register as a table, out and in again. A row is a person with their newest term. Coming in, a cell that is empty
leaves what is there; what would happen is shown line by line (planning) before anything does (taking).
"""
