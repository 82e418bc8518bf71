"""Follow-up coverage: of the outreaches that were due, how many were followed up (evidence 4)."""

from typing import NamedTuple


class Coverage(NamedTuple):
    """Due outreaches, and those of them that were followed up; the product's first number."""

    due: int
    followed: int

    @property
    def share(self) -> float | None:
        """Between 0 and 1; None as long as nothing was due."""
        return self.followed / self.due if self.due else None
