"""Ringback: a job search run as a follow-up system."""
