DISCLOSURE.build({"site":"990101100201","commit":"","day":""});
