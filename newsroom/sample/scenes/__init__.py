"""The pictures of the sample issue, one function each, painted onto a fresh canvas."""
