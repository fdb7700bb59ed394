// A segment of an index: its terms, documents and columns stand in files, read when asked for.
(function () {
  "use strict";

  const { DIGITS, decode, find, join, numbersOf, startsOf } = DISCLOSURE.postings;
  const { readShard, check, isText } = DISCLOSURE.files;
  const DAY = 864e5; // milliseconds
  const FIRST_DAY = -25567; // 1900-01-01, from 1970 on
  const MOST = 1 << 24; // documents
  const MANY = 24; // files that the beginning of a word may ask for

  // Ways from the root to the leaves, in order, as 0 and 1; written as disclosure/search/leaves.py says.
  function readTree(text) {
    const paths = [];
    const open = text ? [""] : [];
    check(/^[A-Za-z0-9+/]*$/.test(text));
    for (let place = 0; open.length; place++) {
      const path = open.pop();
      const node = (DIGITS[text.charCodeAt(Math.floor(place / 3))] >> (2 * (place % 3))) & 3;
      if (!node) {
        paths.push(path);
      }
      if (node & 1) {
        open.push(path + "1");
      }
      if (node & 2) {
        open.push(path + "0");
      }
    }
    return paths;
  }

  const bitsOf = (term) => term.replace(/[\s\S]/g, (unit) => "1" + unit.charCodeAt(0).toString(2).padStart(16, "0"));

  function nameOf(path) {
    const bits = "1" + path;
    const name = bits.padStart(Math.ceil(bits.length / 4) * 4, "0").replace(/..../g, (four) => parseInt(four, 2).toString(16));
    const folder = Array.from(name).reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 256, 0);
    return folder.toString(16).padStart(2, "0") + "/" + name;
  }

  const isCount = (number) => Number.isInteger(number) && number >= 0 && number <= MOST;

  function shardSegment(folder, ending, { name: ownName, build, starts, counts, numbers: size, leaves }, offset) {
    check([size].concat(starts, counts).every(isCount) && starts.every((start, i) => start + counts[i] <= (i + 1 < starts.length ? starts[i + 1] : size)));
    const paths = readTree(leaves);
    const days = new Int32Array(size);
    const years = [];

    const shard = (name, use) => readShard(folder + ownName + "/" + name + ending, build, name, use);

    async function term(name) {
      const bits = bitsOf(name) + "0";
      const path = paths[find(paths, bits + "~") - 1];
      return path === undefined || !bits.startsWith(path) ? null : shard("t/" + nameOf(path), (text) => {
        const start = `;${text}`.indexOf(`;${name},`);
        check(text.split);
        if (start < 0) {
          return null;
        }
        const [, title, body, log] = text.slice(start).split(";", 1)[0].split(",");
        const isHot = log !== undefined;
        const fields = [title, body].map((field) => isHot ? inBlocks(field, Number(log)) : decode(field, true, offset, size));
        return isHot ? hotTerm("p/" + nameOf(path), fields, Number(log)) : { fields, places: (f) => fields[f] };
      });
    }

    // The documents of a hot term are told block by block, each from its own first number on.
    function inBlocks(text, log) {
      const room = 1 << log;
      const parts = text.split("|");
      check(room > 0 && (parts.length - 1) * room < size);
      const found = parts.map((part, block) => decode(part, false, offset + block * room, Math.min(room, size - block * room)));
      return { ids: join(found.map(({ ids }) => ids)), times: join(found.map(({ times }) => times)) };
    }

    // The places of a hot term lie apart, in blocks of documents; those asked for are filled in.
    function hotTerm(name, fields, log) {
      const filled = [];
      async function places(f, rows) {
        const { ids } = fields[f];
        const { starts, numbers } = (filled[f] = filled[f] || roomFor(fields[f]));
        await Promise.all(blocksOf(ids, rows, log).map((block) => shard(name + "/" + block, (text) => {
          const [start, end] = [block, block + 1].map((one) => starts[find(ids, offset + (one << log))]);
          const both = text.split(",");
          const some = numbersOf(both[f]);
          check(both.length === fields.length && some.length === end - start);
          numbers.set(some, start);
        })));
        return filled[f];
      }
      return { fields, places };
    }

    function roomFor({ times }) {
      const starts = startsOf(times);
      return { starts, numbers: new Int32Array(starts[times.length]) };
    }

    // The blocks in which some rows of postings lie, in order; -1 is none.
    function blocksOf(ids, rows, log) {
      const blocks = [];
      for (let i = 0; i < rows.length; i++) {
        const block = rows[i] < 0 ? -1 : (ids[rows[i]] - offset) >> log;
        if (block > (blocks.length ? blocks[blocks.length - 1] : -1)) {
          blocks.push(block);
        }
      }
      return blocks;
    }

    async function names(prefix) {
      const bits = bitsOf(prefix);
      const wanted = paths.filter((path) => path.startsWith(bits) || bits.startsWith(path));
      check(wanted.length <= MANY, "“" + prefix + "”开头的词太多，请再输入几个字");
      const leaves = await Promise.all(wanted.map((path) => shard("t/" + nameOf(path), (text) => text.split(";").map((line) => line.split(",", 1)[0]))));
      return [].concat(...leaves).filter((name) => name.startsWith(prefix));
    }

    // A column: for each division the numbers of its documents, in their order.
    const column = (name, use) => shard(name, (text) => {
      text.split(",").forEach((digits, i) => {
        const numbers = numbersOf(digits);
        let at = 0;
        const next = () => numbers[at++];
        for (let slot = starts[i]; slot < starts[i] + counts[i]; slot++) {
          use(slot, next, i);
        }
        check(at === numbers.length);
      });
    });

    const readDays = () => column("dates", (slot, next, i) => {
      days[slot] = next() + (slot > starts[i] ? days[slot - 1] : FIRST_DAY);
    });

    const readFacets = ({ categories, kinds }) => column("facets", (slot, next) => {
      categories[offset + slot] = next() - 1;
      kinds[offset + slot] = next();
    });

    function fill(column, name, numbers) {
      starts.forEach((start, i) => name === "divisions" && column.fill(i, offset + start, offset + start + counts[i]));
      days.forEach((day, slot) => {
        if (name === "day") {
          column[offset + slot] = day;
        } else if (name === "years") {
          years[day] = years[day] || String(new Date(day * DAY).getUTCFullYear());
          column[offset + slot] = numbers.years([years[day]]);
        }
      });
    }

    // A document as a list of results shows it. The lengths of a long table's rows lie apart.
    async function document(id) {
      const slot = id - offset;
      const folders = "/" + (slot >> 12) + "/";
      return shard("s" + folders + (slot >> 4), (cards) => {
        const [address, title, date, categories, kinds, summary, tables] = cards[slot & 15];
        check([address, title, date, summary].every(isText) && tables.every(Array.isArray));
        const rows = async () => (tables.every(([, , lengths]) => lengths) ? tables : shard("r/" + (slot >> 8) + "/" + slot, (apart) => tables.map(([anchor, first], i) => [anchor, first, apart[i]])));
        return { address, title, date, categories, kinds, summary, tables, rows };
      });
    }

    return { offset, size, term, names, document, readDays, readFacets, fill };
  }

  DISCLOSURE.shardSegment = shardSegment;
})();
