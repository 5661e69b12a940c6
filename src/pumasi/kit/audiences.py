"""Who a page, a figure or a measure is for. Each audience sees what the smaller ones see: public, members, managers."""

AUDIENCES = ("public", "members", "managers")
# Which visibilities each audience may know of; what is confidential to its parties is in none.
LEVELS = {
    "public": ["public"],
    "members": ["public", "members"],
    "managers": ["public", "members", "managers"],
}
