from articles.admin.article import ArticleAdmin
from articles.admin.contributor import CreditedContributorAdmin
from articles.admin.correction import CorrectionAdmin
from articles.admin.issue import IssueAdmin, PageAdmin
from articles.admin.labels import ChannelAdmin, ColumnAdmin, GenreAdmin
from articles.admin.photo import IllustratingPhotoAdmin
from articles.admin.phrase import PhraseAdmin
from articles.admin.region import FilingRegionAdmin
from articles.admin.tags import TagAdmin
from articles.admin.waiver import WaiverAdmin

__all__ = [
    "ArticleAdmin",
    "ChannelAdmin",
    "ColumnAdmin",
    "CorrectionAdmin",
    "CreditedContributorAdmin",
    "FilingRegionAdmin",
    "GenreAdmin",
    "IllustratingPhotoAdmin",
    "IssueAdmin",
    "PageAdmin",
    "PhraseAdmin",
    "TagAdmin",
    "WaiverAdmin",
]
