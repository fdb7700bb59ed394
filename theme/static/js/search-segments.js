// A segment of an index: its terms, documents and columns stand in files, read when asked for.
(function () {
  "use strict";

  const { decode, find, readPlaces, reader } = DISCLOSURE.postings;
  const { isPhrase } = DISCLOSURE.query;
  const { read, check, checkFile } = DISCLOSURE.files;
  const SLOTS = 16; // documents a file
  const FILES = 256; // a folder
  const MANY = 24; // files that a beginning of a word may ask for

  function shardSegment(folder, revision, info, offset, size) {
    async function shard(name, use) {
      const address = folder + info.name + "/" + name + ".js?r=" + revision;
      const [build, said, ...values] = await read(address, "shard");
      check(build === info.build, "检索文件不是同一次生成的，请刷新页面，或者重新取得整个网站：" + address);
      try {
        checkFile(said === name, address);
        return use(...values);
      } catch (error) {
        return checkFile(error.words, address) || check(false, error.words);
      }
    }

    const leaf = (number) => info.leaves[number];
    const leafOf = (term) => find(info.leaves, term + "\0") - 1;

    async function term(name) {
      const number = leafOf(name);
      return number < 0 ? null : shard("t/" + leaf(number), (text) => {
        const all = ";" + text + ";";
        const start = all.indexOf(";" + name + ",") + 1;
        if (!start) {
          return null;
        }
        const [, title, body, log] = all.slice(start, all.indexOf(";", start)).split(",");
        const hasPlaces = log === undefined && !isPhrase(name);
        const fields = [title, body].map((field) => decode(field, hasPlaces, offset, size));
        return { fields, need: (ids) => (log === undefined ? null : readBlocks("p/" + leaf(number), fields, ids, log)) };
      });
    }

    // The places of a hot term, for the blocks in which these ids lie.
    function readBlocks(name, fields, ids, log) {
      const blocks = Array.from(new Set(Array.from(ids, (id) => (id - offset) >> log)));
      return Promise.all(blocks.map((block) => shard(name + "/" + block, (text) => {
        const texts = text.split(",");
        fields.forEach(({ ids, times, places }, f) => {
          const numbers = reader(texts[f]);
          const end = find(ids, offset + ((block + 1) << log));
          for (let i = find(ids, offset + (block << log)); i < end; i++) {
            places[i] = readPlaces(numbers.next, times[i]);
          }
        });
      })));
    }
    return { offset, size, term };
  }

  DISCLOSURE.shardSegment = shardSegment;
})();
