"""Muster reads defense news and counts it: by topic, by source, and by the figures it mentions."""
