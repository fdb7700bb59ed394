// [[text, with singles]...] in; with the argument "whole" [[normal text, tokens]...] out, else a hash of each.
"use strict";
const { createHash } = require("node:crypto");
const { run, given, tell } = require("./theme.js");

const { tokens } = run("search.js", "folding.js").DISCLOSURE;
const isWhole = process.argv[2] === "whole";

tell(given().map(([text, singles]) => {
  const normal = tokens.normal(text);
  const found = [normal, tokens.cut(normal, singles)];
  return isWhole ? found : createHash("sha256").update(JSON.stringify(found)).digest("hex");
}));
