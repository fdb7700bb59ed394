DISCLOSURE.shard("d7c1bdbb42fd","facets","AHDAEA,FC,GD,HF,IA,AABGCB");
