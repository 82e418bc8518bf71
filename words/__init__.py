"""Every text that the pages say, gathered from the sources into the catalogues of the languages."""
