"""What a recommendation asks for, of whom, and how strongly: its frame, its verb and its objects, whom it addresses."""
