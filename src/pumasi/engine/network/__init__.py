"""From who was at what to who is tied to whom: ties, paths, communities, the map, the verdict."""
