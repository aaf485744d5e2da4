"""Which sentences concern which question, and how fully each says what a claim says."""
