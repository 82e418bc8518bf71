"""What every door shares: the clock, the book opened, days, hours and steps in words."""
