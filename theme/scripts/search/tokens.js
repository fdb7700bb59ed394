// Cuts text into the tokens of the search index, exactly as disclosure/search/tokens.py does.
(function () {
  "use strict";

  const { numbersOf } = DISCLOSURE.postings;
  // Written the same in tokens.py, where it is told why.
  const PAIRED = "3005 3007 3041-3096 30a1-30fa 30fc 3400-4dbf 4e00-9fff a000-a48c ac00-d7a3 e000-f8ff f900-faff 20000-323af f0000-ffffd 100000-10fffd";
  const WORDED = "30-39 61-7a df-f6 f8-24f 370-3ff 400-52f 5d0-5ea 620-64a 660-669 66e-6d3 6f0-6f9 f00 f20-f29 f40-fbc 1820-1878";
  const NEWER = "1c89 a7cb-a7cc a7ce a7d2 a7d4 a7da a7dc a7f1 10d50-10d65 16ea0-16eb8 1ccd6-1ccf9 1e030-1e06d";
  const ranges = (text) => text.replace(/[0-9a-f]+/g, (hex) => String.fromCodePoint(parseInt(hex, 16))).replace(/ /g, "");
  const paired = ranges(PAIRED);
  const worded = ranges(WORDED);
  const RUNS = new RegExp(`([${paired}]+)|[${worded}]+`, "gu");
  const RECENT = new RegExp(`[${ranges(NEWER)}]`, "gu");
  const DIGITS = 4;
  const TAIL = 3;
  const folded = { "\u03c2": "\u03c3" }; // also every traditional character to its simplified one
  let folds = /\u03c2/g;

  // Called by folding.js: distances of the traditional characters, and what each is searched as.
  function folding(distances, simplified) {
    let code = 0;
    numbersOf(distances).forEach((distance, i) => {
      code += distance;
      folded[String.fromCharCode(code)] = simplified[i];
    });
    folds = new RegExp(`[${Object.keys(folded).join("")}]`, "g");
  }

  const normal = (text) => text.replace(RECENT, "\ufffd").normalize("NFKC").toLowerCase().replace(folds, (sign) => folded[sign]);

  // [[token, place]...]; places count code points.
  function cut(text, singles) {
    const tokens = [];
    const runs = [];
    let place = 0;
    let read = 0;
    text.replace(RUNS, (run, isPaired, at) => {
      const signs = Array.from(run);
      const start = place + Array.from(text.slice(read, at)).length;
      place = start + signs.length;
      read = at + run.length;
      runs.push({ run, isPaired, signs, start, stop: place });
    });
    runs.forEach(({ run, isPaired, signs, start, stop }, i) => {
      const before = i && runs[i - 1].stop === start && runs[i - 1].signs;
      if (before) {
        tokens.push([before[before.length - 1] + signs[0], start - 1]);
      }
      if (!isPaired) {
        cutWord(run, start, tokens);
        return;
      }
      signs.slice(1).forEach((sign, i) => tokens.push([signs[i] + sign, start + i]));
      if (singles || (signs.length === 1 && !before && !(runs[i + 1] && runs[i + 1].start === stop))) {
        signs.forEach((sign, i) => tokens.push([sign, start + i]));
      }
    });
    return tokens;
  }

  // No sign of WORDED lies outside the basic plane: units are code points here.
  function cutWord(word, start, tokens) {
    tokens.push([word, start]);
    word.replace(/[0-9]+|[^0-9]+/g, (part, at) => {
      const first = start + at;
      if (part !== word) {
        tokens.push([part, first]);
      }
      if (part.length >= DIGITS && /^[0-9]/.test(part)) {
        for (let i = 0; part.length > DIGITS && i + DIGITS <= part.length; i++) {
          tokens.push([part.slice(i, i + DIGITS), first + i]);
        }
        tokens.push([part.slice(-TAIL), first + part.length - TAIL]);
      }
    });
  }

  DISCLOSURE.tokens = { normal, cut, paired, worded };
  DISCLOSURE.folding = folding;
})();
