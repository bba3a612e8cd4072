class PictureRefused(Exception):  # noqa: N818 - said at the desk: the picture was refused
    """A file that the paper cannot use. `code` says why, `facts` fill the sentence that the uploader reads.

    Codes: empty, raw (maker, kind), svg, animated, unsupported (kind), unknown, damaged, too_large (megapixels, limit),
    bomb (limit; so large that it was not even measured), too_long (side, most),
    too_heavy (megabytes, most), scans (most).
    """

    def __init__(self, code, **facts):
        super().__init__(code, facts)
        self.code = code
        self.facts = facts
