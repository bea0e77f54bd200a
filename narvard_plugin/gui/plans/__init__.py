"""The review dock "Närvård – planremisser": cases, checklist, delsvar, the one answer and its history."""
