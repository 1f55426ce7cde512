"""Those who can be asked to act: their names, the codes these stand for, and the groups of a list that they open."""
