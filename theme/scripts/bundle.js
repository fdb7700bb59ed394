// Makes theme/static/js/search.js of the sources of search and of what scores in lunr: `make scripts`.
"use strict";
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { minify } = require("terser");

const TARGET = join(__dirname, "..", "static", "js", "search.js");
// In this order; each finds those before it in DISCLOSURE.
const SOURCES = [
  "postings", "tokens", "load", "query", "texts", "segments", "scope", "find", "rank", "results", "engine",
  "rehearsal", "view", "filters", "address", "page",
];
// lunr's own ways from a text to words, from words to an index and from there to a file are not ours.
const PARTS = ["utils", "FieldRef", "Set", "Vector", "TokenSet", "Index", "MatchData", "Query"];
const UNUSED = [
  "utils.warn", "Vector.prototype.insert", "Vector.prototype.toArray", "Vector.prototype.toJSON",
  "TokenSet.fromArray", "TokenSet.fromFuzzyString", "TokenSet.prototype.toString", "TokenSet.prototype.intersect",
  "TokenSet.Builder", "Index.load", "Index.prototype.search", "Index.prototype.toJSON",
];
// The first line asks Chromium to compile all of it when it is loaded, beside the page, and not each
// function when the first search calls it.
const HEAD = `\
//# allFunctionsCalledOnLoad
// Made of theme/scripts/search/*.js and of parts of lunr.js 2.3.9 by \`make scripts\`; do not edit.
// lunr: Copyright (C) 2020 Oliver Nightingale, MIT License: vendor/lunr.txt
`;
const START = `(function () {
  "use strict";
  const DISCLOSURE = (self.DISCLOSURE = self.DISCLOSURE || {});
  const lunr = {};
`;
const END = "})();";
const OPTIONS = {
  ecma: 2018, // docs/deploy.zh.md: the oldest browsers
  compress: { passes: 3 },
  format: { comments: false },
};

const read = (...names) => readFileSync(join(__dirname, ...names), "utf-8");
const isOf = (name, part) => name === part || name.startsWith(`${part}.`);

// A line of lunr.js that begins with lunr.* begins the statement that defines it.
function partsOf(lunr) {
  const statements = lunr.split(/^(?=lunr\.)/m).slice(1).map((text) => ({ name: /^lunr\.([\w.]+)/.exec(text)[1], text }));
  const gone = [...PARTS, ...UNUSED].filter((part) => !statements.some(({ name }) => isOf(name, part)));
  if (gone.length) {
    throw new Error(`not in lunr.js: ${gone.join(" ")}`);
  }
  const isUsed = ({ name }) => PARTS.some((part) => isOf(name, part)) && !UNUSED.some((part) => isOf(name, part));
  return statements.filter(isUsed).map(({ text }) => `${text};\n`); // lunr.js has no semicolons
}

async function make() {
  const lunr = partsOf(read("vendor", "lunr.js"));
  const sources = SOURCES.map((name) => read("search", `${name}.js`));
  const { code } = await minify([START, ...lunr, ...sources, END].join(""), OPTIONS);
  return `${HEAD}${code}\n`;
}

make().then((text) => writeFileSync(process.argv[2] || TARGET, text));
