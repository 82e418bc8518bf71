"""Where names and openings come from: one file a source."""
