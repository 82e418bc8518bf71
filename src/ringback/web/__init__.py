"""The desk in the browser: pages that call the desk's verbs; no rule lives here."""
