DISCLOSURE.shard("5f95c0ee9369","facets","DC,ED,FF,GA,AABGCB");
