"""A briefing: chronology by year with footnoted sources, the ladder, who spoke, and what is in doubt."""
