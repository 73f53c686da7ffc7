"""What a number in a sentence means: value, unit, currency, scale, year."""
