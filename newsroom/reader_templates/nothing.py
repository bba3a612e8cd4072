"""What a template finds where nothing is."""

from jinja2 import StrictUndefined


class Nothing(StrictUndefined):
    """
    Whatever hangs on nothing is nothing: page.issue.date of a story that stands on no page prints as little as page.
    A name that nobody gave, or a word that a record does not know, is a mistake, and says so.
    """

    __slots__ = ()

    def _nothing(self, *args, **kwargs):
        if self._undefined_obj is not None:
            self._fail_with_undefined_error()
        return self

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return self._nothing()

    __getitem__ = __call__ = _nothing

    def __bool__(self):
        self._nothing()
        return False

    def __str__(self):
        self._nothing()
        return ""

    def __len__(self):
        self._nothing()
        return 0

    def __iter__(self):
        self._nothing()
        return iter(())

    def __eq__(self, other):
        self._nothing()
        return other is None or isinstance(other, Nothing)

    def __ne__(self, other):
        return not self == other

    __hash__ = StrictUndefined.__hash__  # type: ignore[assignment]
