"""The terminal: commands that read a request, call one verb and show the answer."""
