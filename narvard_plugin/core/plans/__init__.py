"""The region's part in municipal planning: deadlines, checklist, what is measured, answers, differences and needs."""
