from media.admin.photo import PhotoAdmin

__all__ = ["PhotoAdmin"]
