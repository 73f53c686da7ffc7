"""What a market is split by: dimensions and their segments, in every layout that tells of them."""
