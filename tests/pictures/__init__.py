"""The pictures of the help pages: each tool's own result on the sample county, drawn as a user sees it."""
