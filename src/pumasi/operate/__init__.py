"""What people do here. The rooms below are blind to each other and link by address."""
