"""Programs that harm whoever runs them, and what tests of them share."""
