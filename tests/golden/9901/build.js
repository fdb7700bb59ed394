DISCLOSURE.build({"site":"9901","commit":"","day":""});
