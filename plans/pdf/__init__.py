"""The PDF of a plan: tagged, PDF/UA-1, in the plan's language, made when asked for and kept.

``document`` reads a plan as data, ``press`` has Typst set it after ``plan.typ``, ``keeping`` keeps
what was made until the plan changes, ``answers`` serves it.
"""
