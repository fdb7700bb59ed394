// Runs scripts of the theme as a page does: in the given order, in one place, without any module.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const vm = require("node:vm");

const FOLDER = join(__dirname, "..", "..", "theme", "static", "js");

exports.run = function (...names) {
  const self = {};
  self.self = self;
  vm.createContext(self);
  for (const name of names) {
    vm.runInContext(readFileSync(join(FOLDER, name), "utf-8"), self, { filename: name });
  }
  return self;
};

exports.given = () => JSON.parse(readFileSync(0, "utf-8"));
exports.tell = (value) => process.stdout.write(JSON.stringify(value));
