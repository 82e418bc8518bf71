"""The work-search proof: what truly happened, as unemployment offices ask for it."""
