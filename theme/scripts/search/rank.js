// Orders what was found: the best first as lunr scores it, then the newest, then by address.
(function () {
  "use strict";

  const { meet } = DISCLOSURE.postings;
  const NOTHING = {}; // that lunr should tell of a match
  const FIELDS = ["title", "body"];
  const BOOSTS = [4, 1];
  // lunr looks terms up in a set of words, which takes some words with digits for others (2.3.9 tells
  // its nodes apart by letter and number in one text). Every term asked for here is there.
  const TERMS_AS_ASKED = { intersect: (asked) => asked };
  const SATURATION = 1.2; // k1; b is 0, so that a score depends on no other document

  // As lunr.py writes it into an index: a document counts once for each field that has the term.
  function weights(term, documents) {
    const count = term.fields[0].ids.length + term.fields[1].ids.length;
    const rarity = Math.log(1 + Math.abs((documents - count + 0.5) / (count + 0.5)));
    return BOOSTS.map((boost) => {
      const known = [];
      return (times) => known[times] || (known[times] = Number((rarity * ((SATURATION + 1) * times) / (SATURATION + times) * boost).toFixed(3)));
    });
  }

  function eachWeight(term, ids, documents, use) {
    weights(term, documents).forEach((weigh, f) => {
      const { ids: all, times } = term.fields[f];
      const [here, there] = meet(ids, all);
      for (let n = 0; n < here.length; n++) {
        use(here[n], weigh(times[there[n]]), FIELDS[f]);
      }
    });
  }

  // The weights of all terms in each document, in thousandths: they have three decimals, and whole
  // numbers add up to the same in any order.
  function scoresOf(ids, terms, documents) {
    const scores = new Int32Array(ids.length);
    terms.forEach((term) => weights(term, documents).forEach((weigh, f) => {
      const { ids: all, times } = term.fields[f];
      const [here, there] = meet(ids, all);
      const known = [];
      for (let n = 0; n < here.length; n++) {
        const count = times[there[n]];
        known[count] = known[count] || Math.round(weigh(count) * 1000);
        scores[here[n]] += known[count];
      }
    }));
    return scores;
  }

  // So many documents that score best; of equal ones the newest.
  function best(ids, terms, scope, many) {
    if (ids.length <= many) {
      return ids;
    }
    const scores = scoresOf(ids, terms, scope.documents);
    const least = scores.slice().sort()[ids.length - many];
    const sure = [];
    const equal = [];
    for (let i = 0; i < ids.length; i++) {
      if (scores[i] >= least) {
        (scores[i] > least ? sure : equal).push(ids[i]);
      }
    }
    return Int32Array.from(sure.concat(newest(equal, scope, many - sure.length))).sort();
  }

  // So many of the newest documents. Ids rise with the address within a day.
  function newest(ids, scope, many) {
    const last = scope.size;
    const { day } = scope.columns;
    const keys = new Float64Array(ids.length);
    for (let i = 0; i < ids.length; i++) {
      keys[i] = (day[ids[i]] + 1) * last - ids[i];
    }
    keys.sort().reverse();
    return Array.from(keys.subarray(0, many), (key) => last * Math.ceil(key / last) - key);
  }

  // The part of the index that matters here, as lunr's own: these terms in these documents.
  function partialIndex(ids, terms, documents) {
    const invertedIndex = Object.create(null);
    const vectors = { title: [], body: [] };
    terms.forEach((term, number) => {
      const posting = { _index: number, title: {}, body: {} };
      invertedIndex[term.name] = posting;
      eachWeight(term, ids, documents, (i, weight, field) => {
        posting[field][ids[i]] = NOTHING;
        (vectors[field][i] = vectors[field][i] || []).push(number, weight);
      });
    });
    const fieldVectors = {};
    FIELDS.forEach((field) => vectors[field].forEach((elements, i) => {
      fieldVectors[field + "/" + ids[i]] = new lunr.Vector(elements);
    }));
    return new lunr.Index({ invertedIndex, fieldVectors, tokenSet: TERMS_AS_ASKED, fields: FIELDS });
  }

  // The first so many documents, in order. terms: all that the query means; `isRequired` where every
  // document must have it.
  function rank(scope, ids, terms, many) {
    terms.sort((one, two) => (one.name < two.name ? -1 : 1));
    const chosen = best(ids, terms, scope, many);
    const { REQUIRED, OPTIONAL } = lunr.Query.presence;
    return partialIndex(chosen, terms, scope.documents).query((query) => terms.forEach(({ name, isRequired }) => {
      query.term(name, { usePipeline: false, presence: isRequired ? REQUIRED : OPTIONAL });
    })).map(({ ref, score }) => ({ id: Number(ref), score })).sort((one, two) => {
      const higher = Math.round((two.score - one.score) * 1e9);
      return higher || scope.columns.day[two.id] - scope.columns.day[one.id] || one.id - two.id;
    });
  }

  DISCLOSURE.rank = { rank, newest };
})();
