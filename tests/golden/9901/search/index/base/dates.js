DISCLOSURE.shard("0b08fdbf4a6e","dates","p+sB8EB,kgtB,wmtB,hktB,kltB,A+mtBR");
