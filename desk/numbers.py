"""How large a number may be. PostgreSQL has these bounds of itself, SQLite has none: a form refuses on both."""

from django.core.validators import MaxValueValidator

SMALL = [MaxValueValidator(32_767)]
WHOLE = [MaxValueValidator(2_147_483_647)]
