from media.models.likeness import KeptBoth, Likeness
from media.models.photo import Photo, new_key, original_path

__all__ = ["KeptBoth", "Likeness", "Photo", "new_key", "original_path"]
