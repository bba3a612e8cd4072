"""The paper itself in the words of schema.org, and the way from the front page to a page."""

from django.templatetags.static import static
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
            "parentOrganization": organization(paper.sponsor),
            "ownershipFundingInfo": "；".join(owners(paper)),
            "masthead": absolute("/#colophon") if paper.editor_in_chief else "",
            "contactPoint": report_point(paper),
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
            "correctionsPolicy": corrections_policy(paper, absolute),
        }
    )


def corrections_policy(paper, absolute):
    """Where it stands; nothing as long as the paper has none."""
    return absolute(f"{reverse('corrections_page')}#policy") if paper.corrections_policy else ""


def organization(name):
    return {"@type": "Organization", "name": name} if name else None


def owners(paper):
    """主管：…；主办：…"""
    bodies = {"主管": paper.supervisor, "主办": paper.sponsor, "出版": paper.publisher}
    return [f"{does}：{name}" for does, name in bodies.items() if name]


def report_point(paper):
    if not (paper.report_line or paper.report_email):
        return None
    point = {"telephone": paper.report_line, "email": paper.report_email}
    return filled({"@type": "ContactPoint", "contactType": "举报", **point})


def logo(paper, absolute):
    """Its calligraphy, or the sign that every paper has here."""
    path = reverse("paper_masthead", args=[paper.version]) if paper.masthead else static("icon.png")
    return {"@type": "ImageObject", "url": absolute(path)}


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
