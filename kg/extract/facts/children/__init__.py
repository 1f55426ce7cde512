"""The children whom a review concerns: which of the people named they are, their ages and sexes."""
