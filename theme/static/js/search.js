// Cuts text into the tokens of the search index, exactly as disclosure/search/tokens.py does.
var DISCLOSURE = self.DISCLOSURE || {};

(function () {
  "use strict";

  // Written the same in tokens.py, where it is told why.
  var PAIRED = "3005 3007 3041-3096 30a1-30fa 30fc 3400-4dbf 4e00-9fff a000-a48c ac00-d7a3 e000-f8ff f900-faff 20000-323af f0000-ffffd 100000-10fffd";
  var WORDED = "30-39 61-7a df-f6 f8-24f 370-3ff 400-52f 5d0-5ea 620-64a 660-669 66e-6d3 6f0-6f9 f00 f20-f29 f40-fbc 1820-1878";
  var RUNS = new RegExp("([" + ranges(PAIRED) + "]+)|([" + ranges(WORDED) + "]+)", "gu");
  var PARTS = /[0-9]+|[^0-9]+/g;
  var DIGITS = 4;
  var TAIL = 3;
  var folded = {}; // traditional character -> simplified; filled by folding.js

  function ranges(text) {
    return text.replace(/[0-9a-f]+/g, function (hex) {
      return String.fromCodePoint(parseInt(hex, 16));
    }).replace(/ /g, "");
  }

  function normal(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[^\x00-\x7f]/g, function (character) {
      return folded[character] || character;
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

  DISCLOSURE.tokens = { normal: normal, cut: cut, folded: folded };
  self.DISCLOSURE = DISCLOSURE;
})();
