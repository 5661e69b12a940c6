"""Labs and test beds (시설·장비): shared places booked safely, used, and counted honestly."""
