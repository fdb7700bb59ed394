DISCLOSURE.index({"version":3,"scope":"9901","name":"试验市","documents":9,"revision":"aec568ce2de7","layout":"e7e44678000a","cut":"2026-11-16","as_of":"2026-11-20","day":{"blocks":0,"documents":0}});
