// What a result shows: marks in the text as it was written, the piece around the hit, the row.
(function () {
  "use strict";

  const { normal } = DISCLOSURE.tokens;
  const { numbersOf } = DISCLOSURE.postings;
  const { startsIn } = DISCLOSURE.find;
  const SHORT = 60; // characters of a summary
  const BEFORE = 15; // of them before the hit

  const known = new Map(); // the signs of titles come again and again

  function normalSign(sign) {
    if (!known.has(sign)) {
      known.set(sign, normal(sign));
    }
    return known.get(sign);
  }

  // The places of pieces in a text, in its own UTF-16 units; none where it cannot be told for sure.
  function marks(text, pieces) {
    const whole = normal(text);
    if (!pieces.some((piece) => whole.includes(piece))) {
      return [];
    }
    const starts = [];
    let plain = "";
    let at = 0;
    Array.from(text).forEach((sign) => {
      const written = normalSign(sign);
      for (let i = 0; i < written.length; i++) {
        starts.push([at, at + sign.length]);
      }
      plain += written;
      at += sign.length;
    });
    if (plain !== whole) {
      return [];
    }
    const found = [];
    pieces.forEach((piece) => {
      for (let i = plain.indexOf(piece); i >= 0; i = plain.indexOf(piece, i + 1)) {
        found.push([starts[i][0], starts[i + piece.length - 1][1]]);
      }
    });
    return found.sort((one, two) => one[0] - two[0] || one[1] - two[1]).reduce((joined, range) => {
      const last = joined[joined.length - 1];
      if (last && range[0] <= last[1]) {
        last[1] = Math.max(last[1], range[1]);
      } else {
        joined.push(range);
      }
      return joined;
    }, []);
  }

  // The line that holds the first piece there is, cut to a piece around it.
  function around(body, line, pieces) {
    const text = line < 0 ? body.replace(/\n/g, " ") : body.split("\n")[line];
    const hit = line < 0 ? [] : marks(text, pieces)[0] || [];
    const signs = Array.from(text);
    const before = Array.from(text.slice(0, hit[0] || 0)).length;
    const start = signs.length > SHORT ? Math.max(0, Math.min(before - BEFORE, signs.length - SHORT)) : 0;
    const end = start + SHORT;
    return (start ? "…" : "") + signs.slice(start, end).join("") + (end < signs.length ? "…" : "");
  }

  // The number of the line in which the first of the pieces stands that stands anywhere.
  function lineOf(body, pieces) {
    const text = normal(body);
    const found = pieces.find((piece) => text.includes(piece));
    return found ? text.slice(0, text.indexOf(found)).split("\n").length - 1 : -1;
  }

  // The first place of a piece in the body of a document that stands in files.
  async function placeOf(id, pieces) {
    for (const piece of pieces) {
      const [start] = await startsIn(piece, 1, Int32Array.of(id));
      if (start >= 0) {
        return start;
      }
    }
    return -1;
  }

  // The row of a table, from 1: a text tells its lines, a file the places at which rows begin.
  function rowOfLine(tables, line) {
    return tables.map(([anchor, first, rows]) => ({ anchor, row: line < first + rows ? line - first + 1 : 0 })).find(({ row }) => row > 0);
  }

  function rowOfPlace(tables, place) {
    return tables.map(([anchor, first, lengths]) => {
      let end = first;
      const ends = Array.from(numbersOf(lengths), (length) => (end += length));
      return { anchor, row: place < first ? 0 : 1 + ends.findIndex((last) => place < last) };
    }).find(({ row }) => row > 0);
  }

  async function showOne(scope, { id, score }, pieces) {
    const texts = pieces.map(({ text }) => text);
    const segment = scope.segments.find(({ offset, size }) => id < offset + size);
    const one = await segment.document(id);
    const line = one.isText ? lineOf(one.body, texts) : -1;
    const summary = one.isText ? around(one.body, line, texts) : one.summary;
    const row = one.isText ? rowOfLine(one.tables, line) : one.tables.length && rowOfPlace(await one.rows(), await placeOf(id, pieces));
    const { divisions, categories, kinds } = scope.values;
    return {
      address: one.address, title: one.title, date: one.date, summary, score, row: row || null,
      division: divisions[scope.columns.divisions[id]][0],
      category: categories[one.categories] || null,
      kind: kinds[one.kinds][0],
      marks: { title: marks(one.title, texts), summary: marks(summary, texts) },
    };
  }

  // Results whose files cannot be read are left out; `said` tells why.
  async function show(scope, found, pieces, said) {
    const failed = new Set();
    const results = await Promise.all(found.map((one) => showOne(scope, one, pieces).catch((error) => {
      failed.add(error.words || "有的结果没有读出");
    })));
    said.push(...failed);
    return results.filter(Boolean);
  }

  DISCLOSURE.results = { show };
})();
