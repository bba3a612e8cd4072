from media.models.likeness import Likeness
from media.models.photo import Photo, new_key, original_path

__all__ = ["Likeness", "Photo", "new_key", "original_path"]
