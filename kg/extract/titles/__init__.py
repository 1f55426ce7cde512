"""Lines that stand by themselves: titles of reviews with what they say, what stands around them, and headings."""
