// The engine of search as a page runs it, but files are read from a disk. In: {root, place, requests,
// whole}; out: the answers, and with `whole` what lunr.js finds for the same clauses in one whole index.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");
const { run, given, tell } = require("./theme.js");

const SCRIPTS = [
  "search.js", "folding.js", "vendor/lunr.min.js", "search-load.js", "search-postings.js", "search-query.js",
  "search-texts.js", "search-segments.js", "search-rank.js", "search-find.js", "search-results.js",
  "search-scope.js", "search-engine.js",
];

// In a page a script that does not run tells its error to the window; to its tag it is loaded.
exports.engine = (root) => {
  const page = Object.assign(run(...SCRIPTS), { setTimeout, clearTimeout });
  page.read = [];
  page.DISCLOSURE.attach = (address, done) => setImmediate(() => {
    const file = address.split("?")[0];
    let text;
    try {
      text = readFileSync(join(root, file), "utf-8");
    } catch (missing) {
      return done(false);
    }
    page.read.push(file);
    try {
      vm.runInContext(text, page);
    } catch (broken) {
      page.broken = broken;
    }
    return done(true);
  });
  return page;
};

// What lunr's own builder makes of whole documents [{id, title, body}], with our tokens and phrases.
exports.wholeIndex = ({ lunr, DISCLOSURE }, documents, phrases) => {
  const { normal, cut } = DISCLOSURE.tokens;
  const builder = new lunr.Builder();
  builder.b(0);
  builder.field("title", { boost: 4 });
  builder.field("body");
  builder.tokenizer = (text, { fields }) => {
    const whole = normal(text);
    const found = cut(whole, fields[0] === "title").map(([term]) => term);
    for (const phrase of phrases) {
      for (let at = whole.indexOf(phrase); at >= 0; at = whole.indexOf(phrase, at + 1)) {
        found.push(phrase);
      }
    }
    return found.map((term) => new lunr.Token(term));
  };
  documents.forEach((one) => builder.add(one));
  return builder.build();
};

// lunr's own set of words takes some words with digits for others; beginnings are looked up here.
exports.askWhole = ({ lunr, DISCLOSURE }, index, query, phrases) => {
  const { pieces, extras } = DISCLOSURE.query.plan(query, new Set(phrases));
  const { REQUIRED, OPTIONAL } = lunr.Query.presence;
  const terms = new Map(extras.map((term) => [term, OPTIONAL]));
  for (const { term, isPrefix } of [].concat(...pieces.map((piece) => piece.tokens))) {
    if (isPrefix) {
      Object.keys(index.invertedIndex).filter((one) => one.startsWith(term)).forEach((one) => terms.set(one, OPTIONAL));
    } else {
      terms.set(term, REQUIRED);
    }
  }
  index.tokenSet = { intersect: (asked) => asked };
  return index.query((asked) => terms.forEach((presence, term) => {
    if (index.invertedIndex[term]) {
      asked.term(term, { usePipeline: false, presence });
    }
  })).map(({ ref, score }) => [ref, score]);
};

async function main({ root, place, requests, whole }) {
  const page = exports.engine(root);
  const scope = await page.DISCLOSURE.engine.open(place);
  const phrases = Array.from(scope.lexicon || []);
  const index = whole && exports.wholeIndex(page, whole, phrases);
  const answers = [];
  for (const request of requests) {
    page.read.length = 0;
    const answer = await scope.search(request);
    answer.read = page.read.slice();
    if (index && answer.mode === "and") {
      answer.whole = exports.askWhole(page, index, request.q, phrases);
    }
    answers.push(answer);
  }
  tell({ said: scope.said, isMissing: scope.isMissing, documents: scope.documents, answers });
}

if (require.main === module) {
  main(given()).catch((error) => {
    process.stderr.write(error.stack);
    process.exitCode = 1;
  });
}
