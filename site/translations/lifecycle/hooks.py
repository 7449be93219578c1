"""What the editors' interface gets from the lifecycle of language versions."""

from __future__ import annotations

from wagtail import hooks

from translations.lifecycle import logs

hooks.register("register_log_actions", logs.register)
