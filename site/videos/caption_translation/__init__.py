"""Captions translated cue by cue: what a translator sees, writes, takes out as PO, finishes (ADR 0017)."""
