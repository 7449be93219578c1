"""What a film must have before a page that shows it may go out.

Sources: Act 306/2019; WCAG 2.2, 1.1.1, 1.2.2 and 1.2.5.
"""

from __future__ import annotations
