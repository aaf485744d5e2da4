"""What is known of languages: folding, tokens, values, stems, the lexicon; one data file a language."""
