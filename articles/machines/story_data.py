"""A story in the words of schema.org and of Baidu, of the parts that its page prints. Asks the database nothing."""

from articles.corrections import sentence
from articles.machines.moments import with_zone, without_zone
from articles.machines.paper_data import SCHEMA, publisher
from articles.machines.written import filled
from articles.models.article import AIUse
from bylines.models import Role
from bylines.printing import print_photo_credit
from desk.addresses import numbered
from media.embedded.origins import AI_MADE

LANGUAGE = "zh-Hans-CN"
SHAPES = ("wide", "standard", "square")  # 16:9, 4:3, 1:1
SOURCE_TYPES = {
    AIUse.ASSISTED: "compositeWithTrainedAlgorithmicMedia",
    AIUse.GENERATED: "trainedAlgorithmicMedia",
}
BAIDU = "https://ziyuan.baidu.com/contexts/cambrian.jsonld"


def story_data(parts, paper, absolute):
    """NewsArticle. parts: what story_parts() found; absolute: makes a whole address of a path."""
    article = parts["article"]
    address = absolute(article.get_absolute_url())
    return filled(
        {
            "@context": SCHEMA,
            "@type": "NewsArticle",
            "mainEntityOfPage": address,
            "url": address,
            "headline": article.headline,
            "alternativeHeadline": article.subheadline,
            "description": parts["description"],
            "inLanguage": LANGUAGE,
            "datePublished": with_zone(article.published_at),
            "dateModified": with_zone(parts["renewed_at"]),
            "author": authors(article, parts["credits"], absolute),
            "editor": [person(credit, absolute) for credit in parts["credits"] if credit.role == Role.EDITOR],
            "publisher": publisher(paper, absolute),
            "image": pictures(parts, paper, absolute),
            "articleSection": [label.name for label in (article.channel, article.column) if label],
            "genre": article.genre.name if article.genre else "",
            "keywords": [tag.name for tag in parts["tags"]],
            "wordCount": article.length,
            "dateline": article.dateline,
            **printed_in(parts["printed"].page),
            "contentLocation": [place(row.region, absolute) for row in parts["places"]],
            "correction": [correction(row, article, address) for row in parts["corrections"]],
            "isBasedOn": original(article),
            "digitalSourceType": source_type(SOURCE_TYPES.get(article.ai_use, "")),
        }
    )


def authors(article, credits, absolute):
    """Each person once, by name alone and without 记者; of a reprint whoever wrote it there."""
    writing = {credit.contributor_id: credit for credit in credits if credit.role != Role.EDITOR}
    known = [person(credit, absolute) for credit in writing.values()]
    elsewhere = [("Person", article.original_author), ("Organization", article.source)]
    return known or [{"@type": kind, "name": name} for kind, name in elsewhere if name][:1]


def person(credit, absolute):
    kind = "Organization" if credit.role == Role.AGENCY else "Person"
    return {"@type": kind, "name": credit.name, "url": address_of(credit, absolute)}


def address_of(credit, absolute):
    """Of whoever is credited. The register's own row is not asked for it."""
    return absolute(numbered("contributor_page", credit.contributor_id))


def printed_in(page):
    if page is None:
        return {}
    edition = " ".join(filter(None, [page.issue.date.isoformat(), page.issue.edition_name]))
    return {"printEdition": edition, "printPage": page.label, "printSection": page.name}


def pictures(parts, paper, absolute):
    """The first in the shapes that search engines ask for, as far as they are made, then each as it is."""
    figures = [piece.figure for piece in parts["pieces"] if piece.figure and piece.figure.illustration.photo.renditions]
    leading = parts["leading"]
    first = [figure for figure in figures if leading and figure.illustration.pk == leading.pk]
    found = [picture(figure, shape, paper, absolute) for figure in first for shape in SHAPES]
    found += [picture(figure, "", paper, absolute) for figure in [*first, *(f for f in figures if f not in first)]]
    return [one for number, one in enumerate(found) if one and one not in found[:number]]


def picture(figure, crop, paper, absolute):
    shown = figure.illustration
    if not (file := shown.photo.shown(crop).largest):
        return None
    return filled(
        {
            "@type": "ImageObject",
            "url": absolute(file["url"]),
            "width": file["width"],
            "height": file["height"],
            "caption": shown.printed_caption,
            "digitalSourceType": source_type(shown.photo.digital_source_type if shown.photo.is_ai_made else ""),
            "creditText": print_photo_credit(figure.credits, paper.spaced_names),
        }
    )


def source_type(code):
    """In schema.org's words; it has IPTC's under the same names, with a capital."""
    return f"{SCHEMA}/{code[0].upper()}{code[1:]}DigitalSource" if code in AI_MADE else ""


def place(region, absolute):
    """With what it lies in, up to the province."""
    above = region.parent
    return filled(
        {
            "@type": "AdministrativeArea",
            "name": region.full_name,
            "identifier": region.code,
            "url": absolute(region.get_absolute_url()),
            "containedInPlace": place(above, absolute) if above else None,
        }
    )


def correction(row, article, address):
    row.article = article
    return {
        "@type": "CorrectionComment",
        "text": sentence(row),
        "datePublished": with_zone(row.published_at),
        "url": f"{address}#corrections",
    }


def original(article):
    if not (article.original_url or article.original_title):
        return None
    author = {"@type": "Person", "name": article.original_author} if article.original_author else None
    work = {"@type": "CreativeWork", "name": article.original_title, "url": article.original_url, "author": author}
    return filled({**work, "publisher": {"@type": "Organization", "name": article.source} if article.source else None})


def story_for_baidu(parts, absolute):
    """落地页时间因子: the times without a zone, as they stand on the page too."""
    article, shown = parts["article"], parts["leading"]
    return filled(
        {
            "@context": BAIDU,
            "@id": absolute(article.get_absolute_url()),
            "title": article.headline,
            "description": parts["description"],
            "images": [absolute(shown.photo.shown("wide").largest["url"])] if shown else [],
            "pubDate": without_zone(article.published_at),
            "upDate": without_zone(parts["renewed_at"]),
        }
    )
