DISCLOSURE.index({"version":2,"scope":"990101","name":"东区","documents":6,"revision":"88164bab9894","layout":"0121c33d63a2","cut":"2026-11-16","as_of":"2026-11-20","day":{"blocks":0,"documents":0}});
