// Finds the documents in which the pieces of a query stand, each in one row, and counts them.
(function () {
  "use strict";

  const { NONE, meet, intersect, unite, join } = DISCLOSURE.postings;
  const RAREST = 3; // pieces that are looked for alone where all together find nothing
  const all = (list, use) => Promise.all(Array.from(list, use));

  async function loadTerm(scope, name) {
    const parts = (await all(scope.segments, (segment) => segment.term(name))).filter(Boolean);
    const fields = [0, 1].map((f) => ({
      ids: join(parts.map((part) => part.fields[f].ids)),
      times: join(parts.map((part) => part.fields[f].times)),
    }));
    return { name, parts, fields };
  }

  // The terms a token means, and the ids of titles and of bodies that hold one of them.
  async function loadToken(scope, token) {
    const names = new Set([token.term]);
    if (token.isPrefix) {
      const found = await all(scope.segments, (segment) => segment.names(token.term));
      found.concat([scope.lexicon]).forEach((list) => list.forEach((name) => name.startsWith(token.term) && names.add(name)));
    }
    token.terms = (await all(names, (name) => loadTerm(scope, name))).filter((term) => term.parts.length);
    token.ids = [0, 1].map((f) => token.terms.reduce((ids, term) => unite(ids, term.fields[f].ids), NONE));
  }

  // The ids of titles (0) or of bodies (1) that hold all tokens of a piece, in any order.
  function inField(piece, f) {
    piece.ids = piece.ids || [];
    piece.ids[f] = piece.ids[f] || piece.tokens.map((token) => token.ids[f]).reduce(intersect);
    return piece.ids[f];
  }

  function roughly(piece) {
    piece.either = piece.either || unite(inField(piece, 0), inField(piece, 1));
    return piece.either;
  }

  // In which rows of some postings each of these ids stands, -1 where it does not.
  function rowsOf(known, ids) {
    const rows = new Int32Array(ids.length).fill(-1);
    const [here, there] = meet(ids, known);
    for (let n = 0; n < here.length; n++) {
      rows[here[n]] = there[n];
    }
    return rows;
  }

  // The postings of a token in titles (0) or bodies (1), with the places where these ids have it.
  function postingsOf({ terms }, f, ids) {
    return all([].concat(...terms.map((term) => term.parts)), async ({ fields, places }) => {
      const rows = rowsOf(fields[f].ids, ids);
      const { starts, numbers } = await places(f, rows);
      return { rows, times: fields[f].times, starts, numbers };
    });
  }

  function isAt({ rows, times, starts, numbers }, i, place) {
    const row = rows[i];
    if (row < 0) {
      return false;
    }
    let at = 0;
    for (let n = starts[row], end = n + times[row]; n < end && at < place; n++) {
      at += numbers[n];
    }
    return at === place;
  }

  // The first place of the first token that all others follow at their distances, -1 for none.
  function firstOf({ rows, times, starts, numbers }, others, i) {
    const row = rows[i];
    if (row < 0) {
      return -1;
    }
    let place = 0;
    for (let n = starts[row], end = n + times[row]; n < end; n++) {
      place += numbers[n];
      if (others.every(({ at, known }) => known.some((one) => isAt(one, i, place + at)))) {
        return place;
      }
    }
    return -1;
  }

  // For each of these ids the first place where a piece stands, -1 where it does not.
  async function startsIn(piece, f, ids) {
    const [first, ...others] = await all(piece.tokens, async (token) => ({ at: token.at, known: await postingsOf(token, f, ids) }));
    const starts = new Int32Array(ids.length).fill(-1);
    first.known.forEach((one) => {
      for (let i = 0; i < starts.length; i++) {
        starts[i] = starts[i] < 0 ? firstOf(one, others, i) : starts[i];
      }
    });
    return starts;
  }

  // Those of the ids that start somewhere.
  function started(ids, starts) {
    const kept = new Int32Array(ids.length);
    let count = 0;
    for (let i = 0; i < ids.length; i++) {
      if (starts[i] >= 0) {
        kept[count++] = ids[i];
      }
    }
    return kept.subarray(0, count);
  }

  // Those of the ids in whose title or body the tokens of a piece follow each other.
  async function exactly(piece, ids) {
    if (piece.tokens.length < 2) {
      return intersect(roughly(piece), ids);
    }
    const fields = await all([0, 1], async (f) => {
      const likely = ids === roughly(piece) ? inField(piece, f) : intersect(inField(piece, f), ids);
      return started(likely, await startsIn(piece, f, likely));
    });
    return unite(fields[0], fields[1]);
  }

  // Documents with every piece; `narrow` leaves out those that the request does not want.
  async function findAll(pieces, narrow) {
    let ids = narrow(pieces.map(roughly).reduce(intersect));
    for (const piece of pieces) {
      ids = await exactly(piece, ids);
    }
    return ids;
  }

  // Documents with one of the rarest pieces; where there is none, the pieces are taken apart.
  async function findSome(pieces, narrow) {
    const found = (await all(pieces, async (piece) => ({ piece, ids: await findAll([piece], narrow) }))).filter(({ ids }) => ids.length);
    const tokens = [].concat(...pieces.map((piece) => piece.tokens));
    if (!found.length && tokens.length > pieces.length) {
      return findSome(tokens.map((token) => ({ text: token.term, tokens: [token] })), narrow);
    }
    found.sort((one, two) => one.ids.length - two.ids.length).splice(RAREST);
    return { pieces: found.map(({ piece }) => piece), ids: found.map(({ ids }) => ids).reduce(unite, NONE) };
  }

  // Counts by each column; what a column itself leaves out counts there, so that it can be chosen.
  function count(ids, { columns, values }, tests) {
    const names = Object.keys(values);
    const counts = names.map((name) => new Int32Array(values[name].length));
    const kept = ids.filter((id) => {
      const failed = names.filter((name) => tests[name] && !tests[name](id));
      names.forEach((name, i) => {
        if (!failed.length || (failed.length === 1 && failed[0] === name)) {
          counts[i][columns[name][id]]++;
        }
      });
      return !failed.length;
    });
    const listed = (name, i) => ({ [name]: values[name].map((value, number) => [value[0], counts[i][number]]).filter((pair) => pair[1]) });
    return { kept, counts: Object.assign({}, ...names.map(listed)) };
  }

  DISCLOSURE.find = { all, loadTerm, loadToken, findAll, findSome, startsIn, count };
})();
