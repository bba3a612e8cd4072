"""
The yardstick: the same pages from the same tables, as a competent developer writes them in a first version of a site.
Querysets with select_related and prefetch_related, one template for each page, the middleware of a new project, and
Django's own admin. No lists kept beside the stories, no cursors, nothing left out of a row.
"""
