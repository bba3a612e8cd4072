"""What a colleague typed of a picture's words, as far as anybody can read it."""

from wording.printable import says_anything

READ = ("caption", "alt")


class ReadableWords:
    """Mixed into forms. Words of signs that nobody sees are none."""

    def clean(self):
        cleaned = super().clean()
        for name in READ:
            if cleaned.get(name) and not says_anything(cleaned[name]):
                cleaned[name] = ""
        return cleaned
