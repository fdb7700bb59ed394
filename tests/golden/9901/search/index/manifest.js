DISCLOSURE.index({"version":2,"scope":"9901","name":"试验市","documents":9,"revision":"aec568ce2de7","layout":"1082d19560c9","cut":"2026-11-16","as_of":"2026-11-20","day":{"blocks":0,"documents":0}});
