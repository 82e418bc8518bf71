"""Reading the staff from a company's team page, whatever its markup and language."""
