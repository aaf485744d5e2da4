"""What a sentence says about a claim: which value or words are bound to it, and whether it puts them forward."""
