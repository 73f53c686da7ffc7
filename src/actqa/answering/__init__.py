"""Question and passages → Answer."""
