DISCLOSURE.shard("5cb72fc8d7f2","facets","DC,ED,FF,GA,AABGCB");
