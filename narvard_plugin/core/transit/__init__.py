"""Travel by timetable: from a feed's tables to how long people travel, departure by departure."""
