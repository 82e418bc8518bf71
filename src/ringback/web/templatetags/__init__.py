"""What the templates can say and show."""
