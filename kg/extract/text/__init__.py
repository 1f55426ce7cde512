"""What all rules of extraction stand on: the text levelled, its lines and marks, lemmas, and how patterns are tried."""
