DISCLOSURE.build({"site":"990101100","commit":"","day":""});
