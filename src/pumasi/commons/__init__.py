"""What all rooms share: who there is, who took part in what, what is taken when, mail and figures."""
