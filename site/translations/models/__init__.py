"""What the app remembers: what sources say, what versions were made of, and what people decided."""

from translations.models.decision import LeftOut, Waiting
from translations.models.minor_edit import MinorEdit
from translations.models.original import Original, SegmentChange
from translations.models.review import Release, ReleaseItem, SegmentComment
from translations.models.role import GroupLanguage
from translations.models.row import RowRecord
from translations.models.segment import Unconfirmed
from translations.models.version import LanguageVersion, Snapshot, State

__all__ = [
    "GroupLanguage",
    "LanguageVersion",
    "LeftOut",
    "MinorEdit",
    "Original",
    "Release",
    "ReleaseItem",
    "RowRecord",
    "SegmentChange",
    "SegmentComment",
    "Snapshot",
    "State",
    "Unconfirmed",
    "Waiting",
]
