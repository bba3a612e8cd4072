"""`manage.py benchmark`: what each kind of page costs, beside a first version of the same page in plain Django."""
