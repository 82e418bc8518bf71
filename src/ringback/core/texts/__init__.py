"""The words that are said and written: one data file a language, and what fills its blanks."""
