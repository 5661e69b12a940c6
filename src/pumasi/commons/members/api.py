"""The members room's door."""

from pumasi.commons.members.actions.desk import (
    add_custom_field,
    add_task,
    finish_task,
    list_something,
    log_contact,
    note,
    renew,
    save_segment,
    withdraw_listing,
)  # fmt: skip
from pumasi.commons.members.actions.index import index, index_person, reindex
from pumasi.commons.members.actions.merge import merge, unmerge
from pumasi.commons.members.actions.organisations import (
    add,
    change,
    edit_many,
    move,
    relate,
    set_custom,
    tag_named,
)
from pumasi.commons.members.actions.people import add_person, consent, erase, export, leave, reveal
from pumasi.commons.members.actions.tokens import make_token, revoke_token, token_for, tokens_of
from pumasi.commons.members.actions.users import (
    accept_invitation,
    claim,
    decide_claim,
    ensure_user,
    grant,
    invitation_for,
    invite,
    withdraw,
)  # fmt: skip
from pumasi.commons.members.queries.clusters import (
    belonging,
    cluster_by_slug,
    clusters,
    member_ids,
    merged_pairs,
    relation_counts,
)  # fmt: skip
from pumasi.commons.members.queries.directory import (
    Choice,
    directory,
    facets,
    of_cluster,
    suggestions,
    visible,
)
from pumasi.commons.members.queries.organisation import (
    contact_of,
    listings,
    live_listings,
    named,
    named_ids,
    organisation_for,
    people,
    people_of,
    users_of,
    waiting_applications,
    waiting_claims,
)  # fmt: skip
from pumasi.commons.members.roles import (
    administers,
    audience,
    belongs,
    is_operator,
    manages,
    organisations_of,
    reads_as_manager,
    roles_in,
)  # fmt: skip

__all__ = [
    "Choice", "accept_invitation", "add", "add_custom_field", "add_person", "add_task", "administers", "audience",
    "belonging", "belongs", "change", "claim", "cluster_by_slug", "clusters", "consent", "contact_of", "decide_claim",
    "directory", "edit_many", "ensure_user", "erase", "export", "facets", "finish_task", "grant", "index",
    "index_person", "invitation_for", "invite", "is_operator", "leave", "list_something", "listings", "live_listings",
    "log_contact", "make_token", "manages", "member_ids", "merge", "merged_pairs", "move", "named", "named_ids", "note", "of_cluster",
    "organisation_for", "organisations_of", "people", "people_of", "reads_as_manager", "reindex", "relate",
    "relation_counts", "renew", "reveal", "revoke_token", "roles_in", "save_segment", "set_custom", "suggestions", "tag_named",
    "token_for", "tokens_of", "unmerge", "users_of", "visible", "waiting_applications", "waiting_claims", "withdraw", "withdraw_listing",
]  # fmt: skip
