DISCLOSURE.index({"version":1,"scope":"990101","name":"东区","documents":6,"revision":"88164bab9894","layout":"5f76bcfa1c61","cut":"2026-11-16","as_of":"2026-11-20","day":{"blocks":0,"documents":0}});
