"""What a picture's file says of itself: XMP before IIM before EXIF, as IPTC's photo metadata standard has it. Pure."""
