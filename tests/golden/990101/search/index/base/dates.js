DISCLOSURE.shard("2e575324083f","dates","kgtB,wmtB,hktB,kltB,A+mtBR");
