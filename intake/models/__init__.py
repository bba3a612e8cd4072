from intake.models.attachment import Attachment
from intake.models.filed_text import FiledText
from intake.models.letter import Letter
from intake.models.mailbox import Mailbox
from intake.models.source import Source, SourceStory, digest_of

__all__ = ["Attachment", "FiledText", "Letter", "Mailbox", "Source", "SourceStory", "digest_of"]
