"""What each paper of the intake asks, made from the client's module: steps, sections and lines to fill in."""
