"""Ledger (참여 이력): the one book of who took part in what."""
