"""The front door: settings, addresses, base pages, API assembly, commands and the worker."""
