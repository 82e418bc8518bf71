"""Research services asked over their documented programming interfaces, with the user's own key."""
