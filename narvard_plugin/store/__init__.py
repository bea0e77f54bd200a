"""The workspace: the register's tables in one file or database, with versions, checks and an audit."""
