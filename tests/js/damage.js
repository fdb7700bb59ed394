// Spoils the files of a place at random, in memory, and asks: {root, place, rounds}; tells what came of it.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");
const { given, tell } = require("./theme.js");
const { engine } = require("./engine.js");

const WORDS = ["村务公开", "公开 2024年", "123", "村", "危房改造 低保", "ver*", "__proto__"];
const PIECES = ["null", "-1", "1e99", '"__proto__"', "[]", "{}", "A", "/", ",", ";", '"', "\\ud800", "é", ""];

let seed = 1;
function random(below) {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
}

function damage(text) {
  const at = random(text.length);
  const cut = random(4);
  const piece = PIECES[random(PIECES.length)];
  return [
    () => text.slice(0, at),
    () => text.slice(0, at) + piece + text.slice(at + cut),
    () => text.slice(0, at) + text.slice(at + random(200)),
    () => text.replace(/[0-9]+/g, (number) => (random(9) ? number : piece)),
    () => text.replace(/"[^"]*"/g, (word) => (random(9) ? word : piece)),
  ][random(5)]();
}

async function main({ root, place, rounds }) {
  const found = { rounds: 0, told: 0, answered: 0, odd: [] };
  for (; found.rounds < rounds; found.rounds++) {
    const page = engine(root);
    page.DISCLOSURE.attach = (address, done) => setImmediate(() => {
      let text;
      try {
        text = readFileSync(join(root, address.split("?")[0]), "utf-8");
      } catch (missing) {
        return done(false);
      }
      try {
        vm.runInContext(random(4) ? text : damage(text), page, { timeout: 2000 });
      } catch (broken) {
        page.broken = broken;
      }
      return done(true);
    });
    const scope = await page.DISCLOSURE.engine.open(place);
    for (const q of WORDS) {
      const answer = await scope.search({ q, counts: random(2) === 0, sort: random(2) ? "date" : "" });
      const isWhole = Array.isArray(answer.said) && Array.isArray(answer.results) && answer.total >= answer.results.length;
      if (!isWhole) {
        found.odd.push([found.rounds, q, answer]);
      }
      found[answer.said.length ? "told" : "answered"]++;
    }
  }
  tell(found);
}

main(given()).catch((error) => {
  process.stderr.write(error.stack);
  process.exitCode = 1;
});
