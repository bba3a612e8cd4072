from media.models.former import FormerOriginal
from media.models.likeness import KeptBoth, Likeness
from media.models.photo import Photo, new_key, original_path
from media.models.unfinished import Unfinished

__all__ = ["FormerOriginal", "KeptBoth", "Likeness", "Photo", "Unfinished", "new_key", "original_path"]
