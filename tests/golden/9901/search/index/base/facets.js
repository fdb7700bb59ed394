DISCLOSURE.shard("0b08fdbf4a6e","facets","AHDAEA,FC,GD,HF,IA,AABGCB");
