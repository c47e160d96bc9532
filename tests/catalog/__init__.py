"""What the catalog knows."""
