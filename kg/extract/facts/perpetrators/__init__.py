"""Who is said to have harmed a child, by their relation to it."""
