"""The paper itself in the words of schema.org, and the way from the front page to a page."""

from django.urls import reverse

from articles.machines.written import filled

SCHEMA = "https://schema.org"


def paper_data(paper, absolute):
    """NewsMediaOrganization, as the front page tells it. absolute: makes a whole address of a path."""
    return filled(
        {
            "@context": SCHEMA,
            **publisher(paper, absolute),
            "slogan": paper.motto,
            "legalName": paper.publisher,
            "email": paper.email,
            "address": paper.address,
            "identifier": cn_number(paper),
        }
    )


def publisher(paper, absolute):
    """As every story names it: short, and by its @id the same that the front page tells of."""
    return filled(
        {
            "@type": "NewsMediaOrganization",
            "@id": absolute("/#paper"),
            "name": paper.name,
            "url": absolute("/"),
            "logo": logo(paper, absolute),
            "correctionsPolicy": absolute(reverse("corrections_page")),
        }
    )


def logo(paper, absolute):
    if not paper.masthead:
        return None
    return {"@type": "ImageObject", "url": absolute(reverse("paper_masthead", args=[paper.version]))}


def cn_number(paper):
    if not paper.cn_number:
        return None
    return {"@type": "PropertyValue", "propertyID": "CN", "value": paper.cn_number}


def path_data(steps, absolute):
    """BreadcrumbList of (name, path), from the front page to the page itself."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": absolute(path)}
        for place, (name, path) in enumerate(steps, start=1)
    ]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": items}
