"""Plans as municipalities and the state publish or send them: specification 4.1, SS 637040, letters and lists."""
