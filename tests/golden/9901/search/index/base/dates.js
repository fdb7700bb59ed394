DISCLOSURE.shard("d7c1bdbb42fd","dates","p+sB8EB,kgtB,wmtB,hktB,kltB,A+mtBR");
