from articles.admin.article import ArticleAdmin
from articles.admin.correction import CorrectionAdmin
from articles.admin.issue import IssueAdmin, PageAdmin
from articles.admin.labels import ChannelAdmin, ColumnAdmin, GenreAdmin
from articles.admin.photo import IllustratingPhotoAdmin

__all__ = [
    "ArticleAdmin",
    "ChannelAdmin",
    "ColumnAdmin",
    "CorrectionAdmin",
    "GenreAdmin",
    "IllustratingPhotoAdmin",
    "IssueAdmin",
    "PageAdmin",
]
