"""What the makers of the sample know about an organisation or person beyond what they show."""

from dataclasses import dataclass, field
from datetime import date

from pumasi.web.sample.shapes import Affiliation, Organisation, Person


@dataclass(slots=True)
class OrganisationDraft:
    """An organisation with what steers its behaviour.

    `branch` is its word list; `fields` where it is at home, first the main one; `zeal` how often it comes
    (1 is usual); `joined`/`left` bound its time in the cluster (`joined` None: not admitted yet).
    """

    shown: Organisation
    branch: str
    fields: tuple[str, ...]
    zeal: float
    joined: date | None = None
    left: date | None = None
    alone: bool = False
    staff: list["PersonDraft"] = field(default_factory=list)

    def here(self, day: date) -> bool:
        """Whether it belongs to the cluster on that day."""
        return self.joined is not None and self.joined <= day and (self.left is None or day < self.left)


@dataclass(slots=True)
class PersonDraft:
    """A person with their home field and all their posts, oldest first."""

    shown: Person
    field: str | None
    posts: list[Affiliation]

    def works_at(self, organisation: str, day: date) -> bool:
        """Whether they hold a post there on that day."""
        return any(
            p.organisation == organisation and p.starts <= day and (p.ends is None or day < p.ends)
            for p in self.posts
        )
