"""Says of each thing on this machine that could keep Pumasi from running how it is and what to do."""
