"""The simulator: so many résumés, wait or follow up, under stated assumptions."""
