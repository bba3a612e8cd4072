"""Markup that a template may print as it is. Only wording.markup makes it, from text that it has escaped."""


class Html(str):
    """Text whose markup is ours. Template engines know such text by its `__html__`."""

    __slots__ = ()

    def __html__(self):
        return str(self)
