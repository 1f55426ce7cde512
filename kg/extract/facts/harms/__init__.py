"""What was done to a child or happened to them, as stated and as suspected."""
