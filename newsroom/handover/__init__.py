"""The whole paper as plain files for another house: JSON Lines for each kind of record, and the originals."""


class HandoverError(Exception):
    """Its text is for the person at the keyboard."""
