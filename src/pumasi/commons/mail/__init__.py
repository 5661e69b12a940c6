"""Mail: the outbox, topics, one-tap links, notifications and bounces."""
