// The engine of search: opens a scope and answers requests. Values in, values out, never an error.
(function () {
  "use strict";

  const { plan } = DISCLOSURE.query;
  const { all, loadTerm, loadToken, findAll, findSome, count } = DISCLOSURE.find;
  const { rank, newest } = DISCLOSURE.rank;
  const { show } = DISCLOSURE.results;
  const PAGE = 10; // results
  const SUGGESTED = 5;
  const BROKEN = "检索没有完成：检索文件不完整，或者浏览器版本太低";

  // What a request asks of each column: the numbers of the values that are wanted.
  function testsOf(scope, { division, category, group, kind, year }) {
    const { divisions, categories, kinds, years } = scope.values;
    const test = (name, list, fits) => {
      const wanted = list.map(fits);
      return (id) => wanted[scope.columns[name][id]];
    };
    return {
      divisions: division && test("divisions", divisions, ([code]) => code.startsWith(division)),
      categories: (category || group) && test("categories", categories, (one) => (!category || one[0] === category) && (!group || one[2] === group)),
      kinds: kind && test("kinds", kinds, ([name]) => name === kind),
      years: year && test("years", years, ([name]) => name === year),
    };
  }

  // Phrases that share the most characters with what was typed.
  function suggest(scope, text) {
    const signs = new Set(text);
    const near = scope.spoken.map((phrase) => {
      const same = Array.from(phrase).filter((sign) => signs.has(sign)).length;
      return { phrase, nearness: (2 * same) / (phrase.length + signs.size) };
    }).filter(({ nearness }) => nearness > 0.4);
    return near.sort((one, two) => two.nearness - one.nearness).slice(0, SUGGESTED).map(({ phrase }) => phrase);
  }

  async function answer(scope, request) {
    const { pieces, extras, rest } = plan(request.q, scope.lexicon);
    const said = rest ? ["检索词太长，只按“" + pieces.map(({ text }) => text).join(" ") + "”检索"] : [];
    if (!pieces.length) {
      return { said: [request.q.trim() ? "检索词里没有可以检索的文字" : "请输入要检索的内容"] };
    }
    const tests = testsOf(scope, request);
    const needsColumns = request.counts || tests.categories || tests.kinds;
    const [long] = await Promise.all([
      all(extras, (name) => loadTerm(scope, name)),
      all(pieces, ({ tokens }) => all(tokens, (token) => loadToken(scope, token))),
      needsColumns && scope.readColumns(),
    ]);
    // Where documents are counted, what the others leave out has to be known.
    const early = request.counts ? [tests.divisions] : Object.values(tests);
    const narrow = (ids) => early.filter(Boolean).reduce((left, test) => left.filter(test), ids);
    let found = { pieces, ids: await findAll(pieces, narrow) };
    let mode = "and";
    if (!found.ids.length) {
      found = await findSome(pieces, narrow);
      mode = found.ids.length ? "or" : "none";
    }
    const { kept: ids, counts } = request.counts ? count(found.ids, scope, tests) : { kept: found.ids };
    const terms = new Map(long.map((term) => [term.name, term]));
    found.pieces.forEach((piece) => piece.tokens.forEach((token) => token.terms.forEach((term) => {
      terms.set(term.name, { ...term, isRequired: mode === "and" && !token.isPrefix });
    })));
    const meant = [...terms.values()].filter((term) => term.parts.length);
    const size = request.size || PAGE;
    const page = Math.max(1, Math.min(Math.floor(request.page) || 1, Math.ceil(ids.length / size)));
    const sorted = request.sort === "date" ? newest(ids, scope, page * size).map((id) => ({ id })) : rank(scope, ids, meant, page * size);
    const results = await show(scope, sorted.slice((page - 1) * size, page * size), found.pieces, said);
    return {
      total: ids.length, page, mode, results, counts, said,
      pieces: found.pieces.map(({ text }) => text),
      suggestions: ids.length ? [] : suggest(scope, request.q),
    };
  }

  // Where anything fails, the reader is told what; the rest of the page goes on.
  async function safely(work) {
    try {
      return await work();
    } catch (error) {
      return { said: [error.words || BROKEN], isMissing: Boolean(error.isMissing) };
    }
  }

  const EMPTY = { total: 0, page: 1, mode: "none", results: [], suggestions: [], pieces: [] };

  // place: {folder, site} for the texts of a site, {folder, scope} for an index.
  DISCLOSURE.engine = {
    answer,
    async open(place) {
      const scope = await safely(() => DISCLOSURE.openScope(place));
      const search = (request) => (scope.columns ? safely(() => answer(scope, { ...request, q: String(request.q || "") })) : scope);
      return { said: [], ...scope, search: async (request) => ({ ...EMPTY, ...(await search(request)) }) };
    },
  };
})();
