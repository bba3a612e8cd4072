"""How a picture came about: IPTC's digital source types, and the label of what was made by AI."""

import json

# http://cv.iptc.org/newscodes/digitalsourcetype/; those at the end are retired, and still in files.
SOURCE_TYPES = (
    "digitalCapture",
    "computationalCapture",
    "negativeFilm",
    "positiveFilm",
    "print",
    "screenCapture",
    "virtualRecording",
    "humanEdits",
    "algorithmicallyEnhanced",
    "composite",
    "compositeCapture",
    "digitalCreation",
    "dataDrivenMedia",
    "algorithmicMedia",
    "compositeSynthetic",
    "compositeWithTrainedAlgorithmicMedia",
    "trainedAlgorithmicMedia",
    "digitalArt",
    "minorHumanEdits",
    "softwareImage",
)
AI_MADE = ("trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic")
CERTAIN = {"1"}  # of GB 45438—2025; 2: possibly, 3: suspected


def source_type(text):
    """The code out of an address or of digsrctype:…; empty for what is none of IPTC's."""
    code = text.rstrip("/").replace(":", "/").rpartition("/")[2]
    return next((known for known in SOURCE_TYPES if known.lower() == code.lower()), "")


def is_certain(ai_label):
    """The label says that it was made by AI, and not only that it may have been."""
    try:
        said = json.loads(ai_label)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and str(said.get("Label", "")) in CERTAIN
