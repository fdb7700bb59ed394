// Plans a query: pieces that must stand whole in a title or a body, each covered by few tokens.
(function () {
  "use strict";

  const { normal, cut, paired, worded } = DISCLOSURE.tokens;
  const LONG = 300; // characters that are looked at
  const MOST = 16; // tokens
  const SHORTEST = 3; // characters of a phrase
  const LONGEST = 24;
  // 1.5 and 2026-11-21 stay together: one sign between two letters or digits.
  const PIECE = new RegExp(`((?:[${paired}${worded}]*[${worded}][.,:/-](?=[${worded}]))*[${paired}${worded}]+)(\\*?)`, "gu");
  const HAN = new RegExp(`[${paired}]`, "u");
  const size = (text) => Array.from(text).length;
  // A phrase of the lexicon by its form: no other token is so long.
  const isPhrase = (term) => size(term) >= SHORTEST && HAN.test(term);

  // The phrases of a lexicon that stand in a piece, as tokens.
  function phrasesIn(piece, lexicon) {
    const signs = Array.from(piece);
    const found = [];
    signs.forEach((none, at) => {
      for (let end = at + SHORTEST; end <= Math.min(at + LONGEST, signs.length); end++) {
        const term = signs.slice(at, end).join("");
        if (lexicon.has(term)) {
          found.push({ term, at, end });
        }
      }
    });
    return found;
  }

  // From the first character that is not covered, the token that reaches furthest.
  function cover(tokens) {
    const chosen = [];
    let at = 0;
    for (;;) {
      const open = tokens.filter((token) => token.end > at);
      if (!open.length) {
        return chosen;
      }
      const first = Math.min(...open.map((token) => Math.max(token.at, at)));
      const best = open.filter((token) => token.at <= first).reduce((one, two) => (two.end > one.end || (two.end === one.end && two.at < one.at) ? two : one));
      chosen.push(best);
      at = best.end;
    }
  }

  // Three digits may begin a longer number, and so may what a reader ends with `*`.
  function isPrefix(token, length, star) {
    const isShort = /^[0-9]{3}$/.test(token.term) || (star && token.term.length > 1 && !HAN.test(token.term) && !/^[0-9]{4}/.test(token.term));
    return isShort && token.end === length;
  }

  function plan(query, lexicon) {
    const pieces = new Map();
    const extras = new Set(); // whole long numbers: they count, but need not be there
    const text = normal(query.slice(0, LONG));
    let left = MOST;
    let rest = query.length > LONG;
    text.replace(PIECE, (all, piece, star) => {
      if (pieces.has(piece)) {
        return;
      }
      const known = cut(piece).map(([term, at]) => ({ term, at, end: at + size(term) }));
      const numbers = known.filter((token) => /^[0-9]{5,}$/.test(token.term));
      let tokens = cover(known.filter((token) => !numbers.includes(token)).concat(phrasesIn(piece, lexicon)));
      tokens.forEach((token) => {
        token.isPrefix = isPrefix(token, size(piece), star);
      });
      rest = rest || tokens.length > left;
      tokens = tokens.slice(0, left);
      left -= tokens.length;
      if (tokens.length) {
        const text = Array.from(piece).slice(0, tokens[tokens.length - 1].end).join("");
        pieces.set(piece, { text, tokens });
        numbers.slice(0, left).forEach((token) => extras.add(token.term));
      }
    });
    return { pieces: [...pieces.values()], extras: [...extras], rest };
  }

  DISCLOSURE.query = { plan, isPhrase };
})();
