"""Taking in what a file says: what is known already, what each row adds, what a status means."""
