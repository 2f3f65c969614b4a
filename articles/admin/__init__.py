"""The desk: import, review, correct, publish; sources, names, countries, topics. `DeskConfig` loads its modules."""
