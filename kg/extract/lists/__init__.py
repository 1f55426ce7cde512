"""A list of learning or recommendations into its items."""
