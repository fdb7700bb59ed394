DISCLOSURE.build({"site":"990101","commit":"","day":""});
