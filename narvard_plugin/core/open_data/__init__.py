"""Open data: what is told of a publication (DCAT-AP-SE 3), and which numbers of few people are taken out of it."""
