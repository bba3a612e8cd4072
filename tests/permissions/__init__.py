"""
Who may do what, at every address there is. `table` says what is expected, `addresses` reads off the URL conf what there
is, `test_matrix` compares the two with what the program does; `python -m tests.permissions` prints docs/PERMISSIONS.md.
"""
