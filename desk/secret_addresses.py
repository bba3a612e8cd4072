"""Pages that lie at an address with a token in it, or lead to one."""


def guarded(response):
    """No store keeps it, and no other page learns its address, ours included."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def unlisted(response):
    """Guarded, and no search engine lists it either."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return guarded(response)
