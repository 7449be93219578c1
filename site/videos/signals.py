"""What happens by itself when something of a film changes: its manifest is made anew, its files go."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver

from videos import files, manifest
from videos.models import (
    Video,
    VideoRendition,
    VideoStill,
    VideoText,
    VideoTrack,
    VideoVersion,
)


@receiver(post_save, sender=Video)
def refresh_own(sender: type, instance: Video, **kwargs: Any) -> None:
    """Keep the film's own manifest, and those of the films it is a version of."""
    if not kwargs.get("raw"):
        manifest.refresh(instance.pk)


def refresh_of_part(sender: type, instance: Any, **kwargs: Any) -> None:
    """Keep the manifest of the film that a track, text, file or version belongs to."""
    if not kwargs.get("raw"):
        manifest.refresh(instance.video_id)


@receiver(post_save, sender=VideoTrack)
def take_back_translations(sender: type, instance: VideoTrack, **kwargs: Any) -> None:
    """Tell translations of captions that were deleted what they are translations of, once there are new ones.

    Without it they would no longer be known to be outdated. Connected before the manifest is made.
    """
    video = instance.video
    if kwargs.get("raw") or not instance.is_ready or instance.language != video.spoken_language:
        return
    orphans = VideoTrack.objects.filter(video=video, kind=instance.kind, translated_from=None)
    orphans.exclude(pk=instance.pk).exclude(source_digest="").update(translated_from=instance)


for part in (VideoRendition, VideoTrack, VideoText, VideoVersion):
    post_save.connect(refresh_of_part, sender=part, dispatch_uid=f"manifest-{part.__name__}-save")
    post_delete.connect(
        refresh_of_part, sender=part, dispatch_uid=f"manifest-{part.__name__}-delete"
    )

post_delete.connect(files.delete_with_video, sender=Video, dispatch_uid="files-of-video")
for owner in (VideoRendition, VideoStill):
    post_delete.connect(
        files.delete_with_row, sender=owner, dispatch_uid=f"files-of-{owner.__name__}"
    )
