"""What `make bench` measures: ratios beside other tools in one run, with the goals and floors of each."""
