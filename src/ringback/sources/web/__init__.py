"""The fetcher: pages of the open web, got by a guest who asks first and can be led nowhere else."""
