// Opens what is searched: the texts of a site, or the index of a place and all below it.
(function () {
  "use strict";

  const { readObject, readShard, check, isText } = DISCLOSURE.files;
  const { shardSegment } = DISCLOSURE;
  const { textSegment, readBlock } = DISCLOSURE.fromTexts;
  const COLUMNS = ["divisions", "categories", "kinds", "years"];
  const BLOCKS = 5000; // at most

  // Gives each value of a list its number; a new one is put at the end.
  function numbering(values) {
    const numbers = new Map(values.map((value, i) => [value[0], i]));
    return (value) => {
      if (!numbers.has(value[0])) {
        numbers.set(value[0], values.push(value) - 1);
      }
      return numbers.get(value[0]);
    };
  }

  function newScope(documents, lists) {
    const values = {};
    const numbers = {};
    COLUMNS.forEach((column) => {
      values[column] = (lists[column] || []).map((item) => {
        const value = [].concat(item);
        check(value.every(isText));
        return value;
      });
      numbers[column] = numbering(values[column]);
    });
    return { documents, values, numbers, segments: [], size: 0, lexicon: new Set(), spoken: [], readColumns: () => null };
  }

  function add(scope, segment) {
    scope.segments.push(segment);
    scope.size += segment.size;
    return segment;
  }

  // Blocks of texts, files by number, as one segment; ids rise with the day, then with the address.
  async function addTexts(scope, files, site) {
    const blocks = await Promise.all(files.map(([number, address]) => readObject(address, "texts", "site", site, (block) => {
      check(block.block === number);
      return readBlock(block, scope);
    })));
    const documents = [].concat(...blocks);
    documents.sort((one, two) => one.day - two.day || one.divisions - two.divisions || (one.address < two.address ? -1 : 1));
    add(scope, textSegment(documents, scope.size));
  }

  function numbered(count, address) {
    check(Number.isInteger(count) && count >= 0 && count <= BLOCKS);
    return Array.from({ length: count }, (none, i) => [i + 1, address(i + 1)]);
  }

  function fillColumns(scope) {
    scope.columns = {};
    COLUMNS.concat("day").forEach((name) => {
      scope.columns[name] = new Int32Array(scope.size);
      scope.segments.forEach((segment) => segment.fill(scope.columns[name], name, scope.numbers));
    });
    return scope;
  }

  async function textScope({ folder, site }) {
    const address = folder + "docs.js";
    const [files, scope] = await readObject(address, "texts", "site", site, ({ blocks, documents, revision }) => [
      numbered(blocks, (number) => folder + "docs-" + number + ".js?r=" + revision).concat([[0, address]]),
      newScope(documents, { divisions: [[site, ""]] }),
    ]);
    await addTexts(scope, files, site);
    return fillColumns(scope);
  }

  async function indexScope({ folder, scope: code }) {
    const { documents, ending, layout, texts } = await readObject(folder + "manifest.js", "index", "scope", code, (manifest) => {
      const mark = ".js?r=" + manifest.revision;
      const { blocks } = manifest.day;
      return { ...manifest, ending: mark, texts: numbered(blocks, (number) => folder + "texts/" + number + mark) };
    });
    const { scope, shards, build } = await readShard(folder + "layout.js?r=" + layout, layout, "layout", (lists) => {
      const found = newScope(documents, lists);
      const segments = lists.segments.map((info) => add(found, shardSegment(folder, ending, info, found.size)));
      return { scope: found, shards: segments, build: lists.segments[0].build };
    });
    const [[spoken, stock]] = await Promise.all([
      readShard(folder + "lexicon" + ending, build, "lexicon", (lists) => lists.map((text) => text.split(","))),
      addTexts(scope, texts, code),
    ].concat(shards.map((segment) => segment.readDays())));
    scope.lexicon = new Set(spoken.concat(stock));
    scope.spoken = spoken;
    let isRead = false;
    scope.readColumns = async () => {
      await Promise.all(isRead ? [] : shards.map((segment) => segment.readFacets(scope.columns)));
      isRead = true;
    };
    return fillColumns(scope);
  }

  DISCLOSURE.scopes = { newScope, add, fillColumns };
  DISCLOSURE.openScope = (place) => (place.scope ? indexScope(place) : textScope(place));
})();
