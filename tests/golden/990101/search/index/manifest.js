DISCLOSURE.index({"version":3,"scope":"990101","name":"东区","documents":6,"revision":"88164bab9894","layout":"6004929bc4fd","cut":"2026-11-16","as_of":"2026-11-20","day":{"blocks":0,"documents":0}});
