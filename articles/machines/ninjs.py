"""
ninjs 3.1, as news agencies and newspapers hand on stories (also valid under 3.3), of the parts that the story's page
prints. It knows no key beyond its own, and an address with Chinese characters is none: absolute() escapes them.
"""

from articles.corrections import sentence
from articles.machines.body_html import html_of
from articles.machines.moments import with_zone
from articles.machines.paper_data import corrections_policy
from articles.machines.story_data import LANGUAGE, SOURCE_TYPES, address_of
from articles.machines.written import filled
from bylines.models import Role
from bylines.printing import print_byline, print_photo_credit
from wording.markup import plain_text

STANDARD = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
POLICY = "http://cv.iptc.org/newscodes/trustindicator/correctionsPolicy"
ORIGINS = "http://cv.iptc.org/newscodes/digitalsourcetype/"
CONTENT_TYPES = {"jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}
DOES = {
    Role.CORRESPONDENT: "correspondent",
    Role.SPECIAL_CORRESPONDENT: "correspondent",
    Role.PHOTOGRAPHER: "photographer",
    Role.EDITOR: "editor",
    Role.AGENCY: "agency",
}


def canceled(article, absolute):
    """A withdrawn story: that it is, and not a word of it."""
    return {
        "uri": absolute(article.get_absolute_url()),
        "type": "composite",
        "version": str(article.version),
        "versionCreated": with_zone(article.withdrawn_at),
        "pubStatus": "canceled",
        "standard": STANDARD,
    }


def ninjs(parts, paper, absolute):
    article, page = parts["article"], parts["printed"].page
    return filled(
        {
            "uri": absolute(article.get_absolute_url()),
            "type": "composite",
            "representationType": "full",
            "version": str(article.version),
            "firstCreated": with_zone(article.published_at),
            "versionCreated": with_zone(parts["renewed_at"]),
            "pubStatus": "usable",
            "language": LANGUAGE,
            "located": article.dateline,
            "by": print_byline(parts["credits"], "", paper.spaced_names),
            "copyrightHolder": "" if article.source else paper.name,
            "edNote": "\n".join(corrections(parts)),
            "headlines": headlines(article),
            "descriptions": words("summary", parts["description"]),
            "bodies": bodies(article),
            "people": [*people(parts["credits"], absolute), *duty_editor(page)],
            "organisations": [{"name": paper.name, "rel": "publisher", "uri": absolute("/")}],
            "places": [place(row.region, absolute) for row in parts["places"]],
            "subjects": subjects(article, parts["tags"]),
            "digitalSourceType": source_type(SOURCE_TYPES.get(article.ai_use, "")),
            "genres": [{"name": article.genre.name}] if article.genre else [],
            "infoSources": [{"name": article.source, "role": "source"}] if article.source else [],
            "altIds": printed_ids(parts["printed"]),
            "trustIndicators": trusted_for(paper, absolute),
            "associations": pictures(parts, paper, absolute),
            "standard": STANDARD,
        }
    )


def trusted_for(paper, absolute):
    policy = corrections_policy(paper, absolute)
    return [{"role": POLICY, "href": policy}] if policy else []


def headlines(article):
    parts = {"kicker": article.kicker, "main": article.headline, "subhead": article.subheadline}
    return [{"role": role, "value": value} for role, value in parts.items() if value]


def bodies(article):
    plain = plain_text(article.body)
    texts = {"main": ("text/html", html_of(article, [])), "plain": ("text/plain", plain)}
    return [
        {"role": role, "contentType": type, "charCount": len(value), "value": value}
        for role, (type, value) in texts.items()
        if value
    ]


def words(role, value):
    return [{"role": role, "contentType": "text/plain", "value": value}] if value else []


def corrections(parts):
    """Each in the paper's own sentence."""
    for row in parts["corrections"]:
        row.article = parts["article"]
        yield f"更正：{sentence(row)}"


def people(credits, absolute):
    for credit in credits:
        yield {"name": credit.name, "rel": DOES.get(credit.role, "author"), "uri": address_of(credit, absolute)}


def duty_editor(page):
    return [{"name": page.duty_editor, "rel": "editor"}] if page and page.duty_editor else []


def place(region, absolute):
    address = absolute(region.get_absolute_url())
    return {"name": region.full_name, "rel": "about", "literal": region.code, "uri": address}


def subjects(article, tags):
    filed = [("channel", article.channel), ("column", article.column), *(("keyword", tag) for tag in tags)]
    return [{"name": label.name, "rel": rel} for rel, label in filed if label]


def printed_ids(printed):
    if not printed.first:
        return []
    page = printed.page
    number = str(page.issue.number) if page.issue.number else ""
    day = "-".join(filter(None, [page.issue.date.isoformat(), page.issue.edition]))
    ids = {"print": f"{day}/{page.label}/{printed.first.order}", "issueNumber": number, "pageNumber": page.label}
    return [{"role": role, "value": value} for role, value in ids.items() if value]


def pictures(parts, paper, absolute):
    story = absolute(parts["article"].get_absolute_url())
    figures = [piece.figure for piece in parts["pieces"] if piece.figure]
    return [picture(figure, story, paper, absolute) for figure in figures if figure.illustration.photo.renditions]


def picture(figure, story, paper, absolute):
    shown, photo = figure.illustration, figure.illustration.photo
    return filled(
        {
            "name": f"picture-{shown.number}",
            "rel": "picture",
            "uri": f"{story}#picture-{shown.number}",
            "type": "picture",
            "language": LANGUAGE,
            "by": print_photo_credit(figure.credits, paper.spaced_names),
            "descriptions": [*words("caption", shown.printed_caption), *words("alt", shown.printed_alt)],
            "copyrightNotice": photo.copyright,
            "infoSources": [{"name": photo.source, "role": "source"}] if photo.source else [],
            "digitalSourceType": source_type(photo.digital_source_type),
            "renditions": [rendition(photo, row, absolute) for row in photo.renditions],
        }
    )


def source_type(code):
    """Whether a camera, a hand or an AI made it: that label may not be lost on the way."""
    return {"name": code, "uri": f"{ORIGINS}{code}"} if code else {}


def rendition(photo, row, absolute):
    return {
        "name": row["name"].rpartition(".")[0],
        "href": absolute(photo.rendition_url(row["name"])),
        "contentType": CONTENT_TYPES[row["format"]],
        "width": row["width"],
        "height": row["height"],
        "sizeInBytes": row["bytes"],
    }
