"""Documents read by many machines: the same pure function as on one, its results kept as parts that an engine loads."""
