DISCLOSURE.build({"site":"990101001","commit":"","day":""});
