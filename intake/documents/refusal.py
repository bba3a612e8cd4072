class DocumentRefused(Exception):  # noqa: N818 - said at the desk: the file was refused
    """A file that cannot be read. `code` says why, `facts` fill the sentence that the editor reads.

    Codes: empty, too_large (megabytes, limit), too_long (limit), unsupported (kind), unknown, not_text, no_text,
    damaged (kind), encrypted (kind), scanned (pages), garbled (pages), outlined (pages), too_many_pages (pages, limit),
    too_many_files (limit), bomb (limit), nested, no_converter (kind), not_converted (kind), too_slow (seconds),
    too_hungry, only_pictures, linked_folder, no_file, busy, desk_full (limit), disk_full.
    """

    def __init__(self, code, **facts):
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
