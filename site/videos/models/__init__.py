"""A video and all that belongs to it."""

from videos.models.rendition import VideoRendition, VideoStill
from videos.models.text import VideoText
from videos.models.track import VideoTrack
from videos.models.translated_cue import TranslatedCue
from videos.models.version import VideoVersion
from videos.models.video import Video, VideoQuerySet

__all__ = [
    "TranslatedCue",
    "Video",
    "VideoQuerySet",
    "VideoRendition",
    "VideoStill",
    "VideoText",
    "VideoTrack",
    "VideoVersion",
]
