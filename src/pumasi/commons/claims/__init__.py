"""Claims (수치 근거): every figure that is shown, and the rows behind it."""
