// The engine of search as a page runs it, but files are read from a disk. In: {root, place, requests,
// whole}; out: the answers, and with a `whole` index what lunr, unabridged, finds for the same terms.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");
const { run, given, tell } = require("./theme.js");

const LUNR = "../../scripts/vendor/lunr.js";

// In a page a script that does not run tells its error to the window; to its tag it is loaded.
exports.engine = (root) => {
  const page = Object.assign(run("search.js", "folding.js"), { setTimeout, clearTimeout });
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

// What lunr.js finds in one whole index, as disclosure/search/lunr_json.py writes it, for the terms of
// a query. Its own set of words takes some words with digits for others; beginnings are looked up here.
function askWhole({ plan }, lunr, index, query, phrases) {
  const { pieces, extras } = plan(query, new Set(phrases));
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
  })).map(({ ref, score }) => [Number(ref), score]);
}

async function main({ root, place, requests, whole }) {
  const page = exports.engine(root);
  const scope = await page.DISCLOSURE.engine.open(place);
  const phrases = Array.from(scope.lexicon || []);
  const { lunr } = run(LUNR);
  const index = whole && lunr.Index.load(JSON.parse(whole));
  const answers = [];
  for (const request of requests) {
    page.read.length = 0;
    const answer = await scope.search(request);
    answer.read = page.read.slice();
    if (index && answer.mode === "and") {
      answer.whole = askWhole(page.DISCLOSURE.query, lunr, index, request.q, phrases);
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
