// What a result shows: marks in the text as it was written, the piece around the hit, the row.
(function () {
  "use strict";

  const { normal } = DISCLOSURE.tokens;
  const SHORT = 60; // characters of a summary
  const BEFORE = 15; // of them before the hit

  // The places of pieces in a text, in its own UTF-16 units; none where it cannot be told for sure.
  function marks(text, pieces) {
    const starts = [];
    let plain = "";
    let at = 0;
    Array.from(text).forEach((sign) => {
      const written = normal(sign);
      for (let i = 0; i < written.length; i++) {
        starts.push([at, at + sign.length]);
      }
      plain += written;
      at += sign.length;
    });
    if (plain !== normal(text)) {
      return [];
    }
    const found = [];
    pieces.forEach(({ text: piece }) => {
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
    const at = pieces.map(({ text: piece }) => text.indexOf(piece)).filter((place) => place >= 0)[0];
    return at === undefined ? -1 : text.slice(0, at).split("\n").length - 1;
  }

  // A row of a table, counted from 1: a text tells its lines.
  function rowOf(tables, line) {
    const [table] = tables.filter(([, first, rows]) => line >= first && line < first + rows);
    return table && { anchor: String(table[0]), row: line - table[1] + 1 };
  }

  async function show(scope, found, pieces) {
    const results = await Promise.all(found.map(async ({ id, score }) => {
      const segment = scope.segments.filter(({ offset, size }) => id < offset + size)[0];
      const one = await segment.document(id);
      const line = one.body === undefined ? -1 : lineOf(one.body, pieces);
      const summary = one.body === undefined ? one.summary : around(one.body, line, pieces);
      const value = (name) => scope.values[name][scope.columns[name][id]];
      return {
        address: one.address, title: one.title, date: one.date, summary, score,
        division: value("divisions")[0],
        category: scope.values.categories[one.categories],
        kind: scope.values.kinds[one.kinds][0],
        row: rowOf(one.tables, line),
        marks: { title: marks(one.title, pieces), summary: marks(summary, pieces) },
      };
    }));
    return results;
  }

  DISCLOSURE.results = { show, marks };
})();
