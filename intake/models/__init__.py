from intake.models.attachment import Attachment
from intake.models.consent import ConsentText
from intake.models.contribution import Contribution
from intake.models.filed_text import FiledText
from intake.models.letter import Letter
from intake.models.mailbox import Mailbox
from intake.models.own_link import OwnLink
from intake.models.print_notice import OptOut, PrintNotice
from intake.models.routing import Routing
from intake.models.source import Source, SourceStory, digest_of

__all__ = [
    "Attachment",
    "ConsentText",
    "Contribution",
    "FiledText",
    "Letter",
    "Mailbox",
    "OptOut",
    "OwnLink",
    "PrintNotice",
    "Routing",
    "Source",
    "SourceStory",
    "digest_of",
]
