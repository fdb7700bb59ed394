DISCLOSURE.build({"site":"990101001001","commit":"","day":""});
