from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from media.imaging.cropping import CROPS, ON_PAGES, box, crop_stems

PERCENT = [MaxValueValidator(100)]
# Of an SVG's picture in a frame of another shape: which third of it to keep.
THIRDS = ("Min", "Mid", "Max")


class Focused(models.Model):
    """The spot that no crop may lose, in percent of the picture from its left and its top edge."""

    focus_x = models.PositiveSmallIntegerField(_("focal point, from the left"), default=50, validators=PERCENT)
    focus_y = models.PositiveSmallIntegerField(_("focal point, from above"), default=50, validators=PERCENT)

    class Meta:
        abstract = True

    @property
    def focus(self):
        return self.focus_x, self.focus_y

    @focus.setter
    def focus(self, point):
        self.focus_x, self.focus_y = point

    def crop_stems(self, shapes=ON_PAGES):
        """How the crops are called that it should have in these shapes, without suffixes."""
        largest = self.largest
        return crop_stems((largest["width"], largest["height"]), self.focus, shapes) if largest else set()

    @property
    def alignment(self):
        """preserveAspectRatio: for frames whose shape nobody knows before the page is drawn."""
        x, y = (THIRDS[min(percent * 3 // 100, 2)] for percent in self.focus)
        return f"x{x}Y{y} slice"

    def frame(self, crop):
        """viewBox: what this crop keeps of the picture."""
        left, top, right, bottom = box((self.width, self.height), CROPS[crop], self.focus)
        return f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}"
