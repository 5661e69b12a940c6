"""Intake (불러오기): a member list, sign-in sheets or public data come in, and can go out again without a trace."""
