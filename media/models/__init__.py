from media.models.photo import Photo, new_key, original_path

__all__ = ["Photo", "new_key", "original_path"]
