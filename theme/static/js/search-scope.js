// Opens what is searched: the texts of a site, or the index of a place and all below it.
(function () {
  "use strict";

  const { readObject, readShard, checkFile } = DISCLOSURE.files;
  const { shardSegment } = DISCLOSURE;
  const { textSegment, readBlock } = DISCLOSURE.fromTexts;
  const COLUMNS = ["divisions", "categories", "kinds", "years"];
  const BLOCKS = 9999;

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

  function newScope(name, documents, values) {
    const numbers = {};
    COLUMNS.forEach((column) => {
      values[column] = values[column] || [];
      numbers[column] = numbering(values[column]);
    });
    return { name, documents, values, numbers, segments: [], size: 0, lexicon: new Set(), readColumns: () => null };
  }

  // Blocks of texts as one segment after those there are; ids rise with the day, then the address.
  async function addTexts(scope, addresses, site) {
    const blocks = await Promise.all(addresses.map((address) => readObject(address, "texts", "site", site)));
    const documents = [].concat(...blocks.map((block, i) => readBlock(block, addresses[i], scope)));
    documents.sort((one, two) => one.day - two.day || one.divisions - two.divisions || (one.address < two.address ? -1 : 1));
    scope.segments.push(textSegment(documents, scope.size));
    scope.size += documents.length;
  }

  function fillColumns(scope) {
    scope.columns = {};
    COLUMNS.concat("day").forEach((name) => {
      const column = new Int32Array(scope.size);
      scope.segments.forEach((segment) => segment.fill(column, name, scope.numbers));
      scope.columns[name] = column;
    });
    scope.day = scope.columns.day;
    delete scope.columns.day;
    return scope;
  }

  async function textScope({ folder, site }) {
    const newest = await readObject(folder + "docs.js", "texts", "site", site);
    checkFile(newest.blocks >= 0 && newest.blocks <= BLOCKS, folder);
    const addresses = Array.from({ length: newest.blocks }, (none, i) => folder + "docs-" + (i + 1) + ".js?r=" + newest.revision);
    const scope = newScope(site, newest.documents, { divisions: [[site, ""]] });
    await addTexts(scope, addresses.concat(folder + "docs.js"), site);
    return fillColumns(scope);
  }

  async function indexScope({ folder, scope: code }) {
    const address = folder + "manifest.js";
    const { name, documents, revision, divisions, categories, kinds, segments, day } = await readObject(address, "index", "scope", code);
    checkFile([divisions, categories, kinds, segments].every(Array.isArray), address);
    const scope = newScope(name, documents, { divisions, categories, kinds: kinds.map((kind) => [kind]) });
    const shards = segments.map((info) => {
      const segment = shardSegment(folder, revision, info, scope.size);
      scope.size += segment.size;
      scope.segments.push(segment);
      return segment;
    });
    const mark = ".js?r=" + revision;
    const texts = Array.from({ length: day.blocks }, (none, i) => folder + "texts/" + (i + 1) + mark);
    const [lexicon] = await Promise.all([
      readShard(folder + "lexicon" + mark, segments[0].build, "lexicon", (text) => text.split(",")),
      addTexts(scope, texts, code),
    ].concat(shards.map((segment) => segment.readDays())));
    scope.lexicon = new Set(lexicon);
    let facets;
    scope.readColumns = () => (facets = facets || Promise.all(shards.map((segment) => segment.readFacets(scope.columns))));
    return fillColumns(scope);
  }

  DISCLOSURE.openScope = (place) => (place.scope ? indexScope(place) : textScope(place));
})();
