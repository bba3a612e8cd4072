from articles.models.article import Article
from articles.models.correction import Correction
from articles.models.doubt import Doubt
from articles.models.front_page import FrontBlock, FrontPage, FrontPick, FrontSecond
from articles.models.illustration import Illustration
from articles.models.issue import Issue, Page
from articles.models.labels import Channel, Column, Genre
from articles.models.listing import Listing, ListingCount
from articles.models.note import Note, NoteAddressee
from articles.models.open_form import OpenForm
from articles.models.page_block import PageBlock
from articles.models.phrase import Phrase
from articles.models.place import ArticleRegion
from articles.models.placement import Placement
from articles.models.preview_link import PreviewLink
from articles.models.printed import Printed
from articles.models.proof import Proof
from articles.models.review import Review, Submission
from articles.models.revision import Milestone, Revision
from articles.models.waiver import Waiver

__all__ = [
    "Article",
    "ArticleRegion",
    "Channel",
    "Column",
    "Correction",
    "Doubt",
    "FrontBlock",
    "FrontPage",
    "FrontPick",
    "FrontSecond",
    "Genre",
    "Illustration",
    "Issue",
    "Listing",
    "ListingCount",
    "Milestone",
    "Note",
    "NoteAddressee",
    "OpenForm",
    "Page",
    "PageBlock",
    "Phrase",
    "Placement",
    "PreviewLink",
    "Printed",
    "Proof",
    "Review",
    "Revision",
    "Submission",
    "Waiver",
]
