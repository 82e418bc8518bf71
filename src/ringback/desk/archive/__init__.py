"""The archive: a search as one ZIP, checked as a stranger's before it comes back exactly."""
