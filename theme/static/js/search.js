// Cuts text into the tokens of the search index, exactly as disclosure/search/tokens.py does.
var DISCLOSURE = self.DISCLOSURE || {};

(function () {
  "use strict";

  // Written the same in tokens.py, where it is told why.
  var PAIRED = "3005 3007 3041-3096 30a1-30fa 30fc 3400-4dbf 4e00-9fff a000-a48c ac00-d7a3 e000-f8ff f900-faff 20000-323af f0000-ffffd 100000-10fffd";
  var WORDED = "30-39 61-7a df-f6 f8-24f 370-3ff 400-52f 5d0-5ea 620-64a 660-669 66e-6d3 6f0-6f9 f00 f20-f29 f40-fbc 1820-1878";
  var NEWER = "1c89 a7cb-a7cc a7ce a7d2 a7d4 a7da a7dc a7f1 10d50-10d65 16ea0-16eb8 1ccd6-1ccf9 1e030-1e06d";
  var RECENT = new RegExp("[" + ranges(NEWER) + "]", "gu");
  var paired = ranges(PAIRED);
  var worded = ranges(WORDED);
  var RUNS = new RegExp("([" + paired + "]+)|([" + worded + "]+)", "gu");
  var PARTS = /[0-9]+|[^0-9]+/g;
  var DIGITS = 4;
  var TAIL = 3;
  var SHARED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  var folded = { "\u03c2": "\u03c3" }; // also every traditional character to its simplified one
  var folds = /\u03c2/g;

  function ranges(text) {
    return text.replace(/[0-9a-f]+/g, function (hex) {
      return String.fromCodePoint(parseInt(hex, 16));
    }).replace(/ /g, "");
  }

  // Called by folding.js: distances of the traditional characters, and what each is searched as.
  function folding(distances, simplified) {
    var keys = "";
    var code = 0;
    var distance = 0;
    var weight = 1;
    Array.from(distances).forEach(function (digit) {
      var value = SHARED.indexOf(digit);
      distance += weight * (value % 32);
      weight *= 32;
      if (value < 32) {
        code += distance;
        folded[String.fromCharCode(code)] = simplified[keys.length];
        keys += String.fromCharCode(code);
        distance = 0;
        weight = 1;
      }
    });
    folds = new RegExp("[\u03c2" + keys + "]", "g");
  }

  function normal(text) {
    return text.replace(RECENT, "\ufffd").normalize("NFKC").toLowerCase().replace(folds, function (character) {
      return folded[character];
    });
  }

  // [[token, place]...]; places count code points.
  function cut(text, singles) {
    var tokens = [];
    var runs = [];
    var place = 0;
    var read = 0;
    var match;
    RUNS.lastIndex = 0;
    while ((match = RUNS.exec(text))) {
      place += Array.from(text.slice(read, match.index)).length;
      var signs = Array.from(match[0]);
      runs.push({ signs: signs, start: place, stop: place + signs.length, paired: Boolean(match[1]) });
      place += signs.length;
      read = RUNS.lastIndex;
    }
    runs.forEach(function (run, index) {
      var before = index && runs[index - 1].stop === run.start ? runs[index - 1] : null;
      var after = index + 1 < runs.length && runs[index + 1].start === run.stop;
      if (before) {
        tokens.push([before.signs[before.signs.length - 1] + run.signs[0], run.start - 1]);
      }
      if (!run.paired) {
        cutWord(run.signs.join(""), run.start, tokens);
        return;
      }
      for (var i = 0; i + 1 < run.signs.length; i++) {
        tokens.push([run.signs[i] + run.signs[i + 1], run.start + i]);
      }
      if (singles) {
        run.signs.forEach(function (sign, i) {
          tokens.push([sign, run.start + i]);
        });
      } else if (run.signs.length === 1 && !before && !after) {
        tokens.push([run.signs[0], run.start]);
      }
    });
    return tokens;
  }

  // No sign of WORDED lies outside the basic plane: units are code points here.
  function cutWord(word, start, tokens) {
    tokens.push([word, start]);
    word.replace(PARTS, function (part, offset) {
      var first = start + offset;
      if (part !== word) {
        tokens.push([part, first]);
      }
      if (part.length >= DIGITS && /^[0-9]/.test(part)) {
        for (var i = 0; part.length > DIGITS && i + DIGITS <= part.length; i++) {
          tokens.push([part.slice(i, i + DIGITS), first + i]);
        }
        tokens.push([part.slice(-TAIL), first + part.length - TAIL]);
      }
    });
  }

  DISCLOSURE.tokens = { normal: normal, cut: cut, paired: paired, worded: worded };
  DISCLOSURE.folding = folding;
  self.DISCLOSURE = DISCLOSURE;
})();
