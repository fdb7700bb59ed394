// Asks queries of an index on disk in Node: {root, scripts, place, texts, size} in; for each query out:
// milliseconds to open the index and to search, the files read, the number of results, those of the first
// page, which holds `size` of them. Each query starts with nothing loaded but the code.
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const { root, scripts, place, texts, size } = JSON.parse(readFileSync(0, "utf-8"));
const codes = scripts.map((file) => new vm.Script(readFileSync(file, "utf-8"), { filename: file }));

function open() {
  const self = { setTimeout: () => 0, clearTimeout: () => 0 };
  self.self = self;
  vm.createContext(self);
  codes.forEach((code) => code.runInContext(self));
  const read = [];
  self.DISCLOSURE.attach = (address, done) => setImmediate(() => {
    const file = join(root, address.split("?")[0]);
    if (!existsSync(file)) {
      return done(false);
    }
    read.push(file);
    vm.runInContext(readFileSync(file, "utf-8"), self);
    return done(true);
  });
  return { engine: self.DISCLOSURE.engine, read };
}

async function ask(text) {
  const { engine, read } = open();
  const start = performance.now();
  const scope = await engine.open(place);
  const ready = performance.now();
  const found = await scope.search({ q: text, size });
  const end = performance.now();
  return {
    opened: ready - start,
    searched: end - ready,
    read,
    said: scope.said.concat(found.said),
    mode: found.mode,
    total: found.total,
    names: found.results.map((result) => `${result.division}/${result.address}`),
  };
}

(async () => {
  await ask(texts[0]); // the code is compiled by now
  const answers = [];
  for (const text of texts) {
    answers.push(await ask(text));
  }
  process.stdout.write(JSON.stringify(answers));
})();
