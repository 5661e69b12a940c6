"""What templates are written with: the library `pumasi`, put together from `parts`."""
