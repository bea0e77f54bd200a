"""An atlas as pages: one web page that needs nothing but itself, and a PDF of A4 pages."""
