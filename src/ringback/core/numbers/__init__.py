"""The numbers of a search, told only as far as the counts carry them."""
