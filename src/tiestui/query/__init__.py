"""What a person types becomes a View."""
