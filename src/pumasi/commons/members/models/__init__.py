"""Tables of the members room, by subject."""

from pumasi.commons.members.models.desk import ContactLog, CustomField, Disclosure, Merge, Note, Segment, Task
from pumasi.commons.members.models.intake import Batch, Change, Staged
from pumasi.commons.members.models.listings import Listing, Tag
from pumasi.commons.members.models.organisations import Cluster, Organisation, Relation
from pumasi.commons.members.models.people import Affiliation, Consent, Person
from pumasi.commons.members.models.users import ApiToken, Claim, Invitation, RoleGrant, User

__all__ = [
    "Affiliation", "ApiToken", "Batch", "Change", "Claim", "Cluster", "Consent", "ContactLog", "CustomField", "Disclosure",
    "Invitation", "Listing", "Merge", "Note", "Organisation", "Person", "Relation", "RoleGrant",
    "Segment", "Staged", "Tag", "Task", "User",
]  # fmt: skip
