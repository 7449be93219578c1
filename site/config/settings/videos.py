"""Settings of films: what may be uploaded, and who makes the files that residents play."""

from __future__ import annotations

from config import environment

WAGTAILMEDIA = {
    "MEDIA_MODEL": "videos.Video",
    "MEDIA_FORM_BASE": "videos.forms.VideoUploadForm",
    "AUDIO_EXTENSIONS": [],
    "VIDEO_EXTENSIONS": ["avi", "m4v", "mkv", "mov", "mp4", "mpeg", "mpg", "ts", "webm"],
}

#: The program ffmpeg; empty for the one on the PATH, or else the one of the wheel imageio-ffmpeg.
KOHTAAMO_FFMPEG = environment.text("KOHTAAMO_FFMPEG", "")
KOHTAAMO_VIDEO_MAX_MB = environment.integer("KOHTAAMO_VIDEO_MAX_MB", 4096)
KOHTAAMO_VIDEO_MAX_MINUTES = environment.integer("KOHTAAMO_VIDEO_MAX_MINUTES", 120)
#: The location under which nginx finds the uploads: then it sends the films (docs/operations.md).
KOHTAAMO_X_ACCEL = environment.parsed("KOHTAAMO_X_ACCEL", "", environment.location)

TASKS = {
    # Wagtail's own small tasks (indexes, renditions) are done at once.
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    # Making files of films takes minutes: a worker of its own does it (ADR 0013).
    "videos": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["videos"]},
}
