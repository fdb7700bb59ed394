// Rehearsals of the search engine: {root, place, request} in; out: how often it asked itself, and what
// came of it, where it is left alone and where somebody asks, and the answer that somebody gets then.
"use strict";
const { given, tell } = require("./theme.js");
const { engine } = require("./engine.js");

async function rehearse(root, use) {
  const page = engine(root);
  let pauses = 0;
  page.setTimeout = (...values) => {
    pauses++;
    return setTimeout(...values);
  };
  const begun = page.DISCLOSURE.rehearsal.begin();
  use(page);
  const answer = await begun;
  const again = await page.DISCLOSURE.rehearsal.begin();
  return { page, told: { turns: pauses, answer, again, read: page.read.slice() } };
}

async function main({ root, place, request }) {
  const { page, told: alone } = await rehearse(root, () => null);
  const { told: asked } = await rehearse(root, ({ DISCLOSURE }) => DISCLOSURE.rehearsal.end());
  const found = await (await page.DISCLOSURE.engine.open(place)).search(request);
  tell({ alone, asked, found });
}

main(given());
