DISCLOSURE.shard("5cb72fc8d7f2","dates","kgtB,wmtB,hktB,kltB,A+mtBR");
