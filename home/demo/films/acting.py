"""How somebody looks and holds the hands at a moment of the film: acts, words, breath and blinking."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.drawing.outline import Point
from core.drawing.palette import Dice
from home.demo.films.figures import Look, Pose
from home.demo.films.script import Act, Film
from home.demo.films.speech import is_speaking, mouth_at

#: Seconds a change of look or pose takes.
EASE = 0.45
#: Where a hand is that hangs out of the picture.
_AWAY = {-1: (176.0, 1000.0), 1: (624.0, 1000.0)}

POSES: Mapping[str, Pose] = MappingProxyType(
    {
        "rest": Pose(),
        "open": Pose((250, 640), (550, 640)),
        "offer": Pose(None, (580, 610)),
        "offer_left": Pose((220, 610), None),
        "heart": Pose(None, (440, 590), open_right=False),
        "both": Pose((340, 660), (460, 660), open_left=False, open_right=False),
        "point": Pose(None, (670, 430)),
        "point_left": Pose((130, 430), None),
        "wave": Pose(None, (650, 400)),
        "wave_left": Pose((150, 400), None),
    }
)


@dataclass(frozen=True)
class Moment:
    """A figure at one time: face, hands, and how far it and its head are from their places."""

    look: Look
    pose: Pose
    sway: Point
    breath: float


def moment(film: Film, who: str, facing: float, time: float) -> Moment:
    """Return how ``who`` looks at ``time`` in a shot where she faces ``facing``."""
    acts = [act for act in film.acts if act.who == who and act.at <= time]
    dice = Dice(f"ways of {who}")
    phase = dice.share() * 4
    talking = is_speaking(film, who, time)
    x = 5 * math.sin(math.tau * 0.5 * time + phase) if talking else 0.0
    y = 4 * math.sin(math.tau * 1.1 * time + phase) if talking else 0.0
    for act in acts:
        gone = time - act.at
        if act.nod and gone < 1.1:
            y += 15 * math.sin(math.tau * 1.7 * gone) * (1 - gone / 1.1)
    look = Look(
        facing=_steps(facing + _eased(acts, "turn", 0, time), 0.1),
        mouth=mouth_at(film, who, time),
        smile=_steps(_eased(acts, "smile", 0.45, time), 0.15),
        lids=1.0 if (time + phase) % (3.3 + phase * 0.2) < 0.15 else 0.0,
        gaze=_steps(_eased(acts, "gaze", 0, time), 0.5),
        brows=_steps(_eased(acts, "brows", 0.5 if talking else 0, time), 0.5),
    )
    return Moment(look, _pose(acts, time), (x, y), 2.4 * math.sin(math.tau * 0.24 * time + phase))


def _steps(value: float, step: float) -> float:
    return round(round(value / step) * step, 3)


def _smooth(part: float) -> float:
    part = max(0.0, min(1.0, part))
    return part * part * (3 - 2 * part)


def _eased(acts: list[Act], name: str, first: float, time: float) -> float:
    value = first
    for act in acts:
        wanted = getattr(act, name)
        if wanted is not None:
            value += (wanted - value) * _smooth((time - act.at) / EASE)
    return value


def _pose(acts: list[Act], time: float) -> Pose:
    posed = [act for act in acts if act.pose is not None]
    if not posed:
        return POSES["rest"]
    last = posed[-1]
    now = POSES[last.pose or "rest"]
    part = _smooth((time - last.at) / EASE)
    if part >= 1:
        return now
    before = POSES[posed[-2].pose or "rest"] if len(posed) > 1 else POSES["rest"]
    return blend(before, now, part)


def blend(one: Pose, other: Pose, part: float) -> Pose:
    """Return the pose ``part`` of the way from ``one`` to ``other``."""
    near = other if part > 0.5 else one
    return Pose(
        _between(one.left, other.left, part, -1),
        _between(one.right, other.right, part, 1),
        near.open_left,
        near.open_right,
    )


def _between(one: Point | None, other: Point | None, part: float, side: int) -> Point | None:
    if one is None and other is None:
        return None
    a, b = one or _AWAY[side], other or _AWAY[side]
    return (_steps(a[0] + (b[0] - a[0]) * part, 4), _steps(a[1] + (b[1] - a[1]) * part, 4))
