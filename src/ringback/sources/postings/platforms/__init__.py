"""The platforms that postings stand on, one module each; adding one edits nothing else."""
