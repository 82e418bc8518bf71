"""Postings: one page, one answer of a platform or one pasted text becomes what a job is."""
