"""What companies did and when."""
