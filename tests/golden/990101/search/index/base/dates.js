DISCLOSURE.shard("5f95c0ee9369","dates","kgtB,wmtB,hktB,kltB,A+mtBR");
