"""Which of the vocabulary's themes an item names: by phrases that stand in it, and by what all its words say."""
