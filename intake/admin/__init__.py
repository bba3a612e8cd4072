from intake.admin.letter import LetterAdmin
from intake.admin.source import SourceAdmin

__all__ = ["LetterAdmin", "SourceAdmin"]
