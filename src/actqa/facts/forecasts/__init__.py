"""Sizes and growth rates as statements: which figures are the market's, of which part of it, in which year."""
