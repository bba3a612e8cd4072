from articles.admin.article import ArticleAdmin
from articles.admin.issue import IssueAdmin, PageAdmin
from articles.admin.labels import ChannelAdmin, ColumnAdmin, GenreAdmin

__all__ = ["ArticleAdmin", "ChannelAdmin", "ColumnAdmin", "GenreAdmin", "IssueAdmin", "PageAdmin"]
