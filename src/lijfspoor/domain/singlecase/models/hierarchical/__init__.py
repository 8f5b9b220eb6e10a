"""Several cases in one model: random levels, trends and slopes by maximum likelihood, at the optimum or refused."""
