from bylines.admin.byline import BylineInline
from bylines.admin.contributor import ContributorAdmin

__all__ = ["BylineInline", "ContributorAdmin"]
