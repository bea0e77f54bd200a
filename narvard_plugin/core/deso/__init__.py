"""Health's geography: measures of small areas, and what may be shown of few people."""
