from intake.admin.consent import ConsentTextAdmin
from intake.admin.letter import LetterAdmin
from intake.admin.routing import RoutingAdmin
from intake.admin.source import SourceAdmin

__all__ = ["ConsentTextAdmin", "LetterAdmin", "RoutingAdmin", "SourceAdmin"]
