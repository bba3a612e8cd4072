from bylines.models.byline import Byline
from bylines.models.contributor import Contributor
from bylines.models.merging import Merging, TwoPeople
from bylines.models.pen_name import PenName
from bylines.models.private_details import PrivateDetails
from bylines.models.role import Role
from bylines.models.term import Engagement, Term

__all__ = [
    "Byline",
    "Contributor",
    "Engagement",
    "Merging",
    "PenName",
    "PrivateDetails",
    "Role",
    "Term",
    "TwoPeople",
]
