"""The method itself: values in, values out; no framework, no input or output, no clock."""
