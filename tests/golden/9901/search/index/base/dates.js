DISCLOSURE.shard("fae70725c1b7","dates","p+sB8EB,kgtB,wmtB,hktB,kltB,A+mtBR");
