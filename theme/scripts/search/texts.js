// Documents that came as texts: their postings are made here.
(function () {
  "use strict";

  const { startsOf } = DISCLOSURE.postings;
  const { normal, cut } = DISCLOSURE.tokens;
  const { isPhrase } = DISCLOSURE.query;
  const { check, isText } = DISCLOSURE.files;
  const DAY = 864e5; // milliseconds
  const newFields = () => [0, 1].map(() => ({ ids: [], times: [], numbers: [], last: 0 }));

  function add(field, id, place) {
    const last = field.ids.length - 1;
    if (field.ids[last] === id) {
      field.times[last]++;
      field.numbers.push(place - field.last);
    } else {
      field.ids.push(id);
      field.times.push(1);
      field.numbers.push(place);
    }
    field.last = place;
  }

  // A segment of documents; their ids begin at `offset`.
  function textSegment(documents, offset) {
    const terms = new Map();
    const texts = documents.map((one) => [normal(one.title), normal(one.body)]);
    const each = (use) => texts.forEach((pair, i) => pair.forEach((text, f) => use(text, f, offset + i)));
    each((text, f, id) => cut(text, !f).forEach(([term, place]) => {
      if (!terms.has(term)) {
        terms.set(term, newFields());
      }
      add(terms.get(term)[f], id, place);
    }));

    // Places count code points, as those of all tokens do.
    function phrase(term) {
      const fields = newFields();
      each((text, f, id) => {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
          add(fields[f], id, Array.from(text.slice(0, at)).length);
        }
      });
      return fields;
    }

    return {
      offset,
      size: documents.length,
      fill: (column, name) => documents.forEach((one, i) => {
        column[offset + i] = one[name];
      }),
      document: (id) => documents[id - offset],
      names: (prefix) => [...terms.keys()].filter((term) => term.startsWith(prefix)),
      term(term) {
        const fields = isPhrase(term) ? phrase(term) : terms.get(term);
        return fields && {
          fields: fields.map(({ ids, times }) => ({ ids: Int32Array.from(ids), times: Int32Array.from(times) })),
          places: (f) => ({ starts: startsOf(fields[f].times), numbers: fields[f].numbers }),
        };
      },
    };
  }

  // The documents of a block. What filters ask for is a number in the lists of the scope; only the
  // index of several places says last which of them a document belongs to.
  function readBlock(block, { values, numbers }) {
    const categories = block.categories.map((item) => {
      check(item.every(isText));
      return numbers.categories(item);
    });
    return block.texts.filter((item) => item !== null).map((item) => {
      const [address, title, date, category, kind, body, tables, division = 0] = item;
      const day = Date.parse(date) / DAY;
      check([address, title, date, kind, body].every(isText) && Number.isInteger(day));
      check(values.divisions[division] && Number.isInteger(category) && category >= -1 && category < categories.length);
      return {
        divisions: division,
        categories: category < 0 ? -1 : categories[category],
        kinds: numbers.kinds([kind]),
        years: numbers.years([date.slice(0, 4)]),
        tables: tables.filter(Array.isArray),
        address, title, date, day, body, isText: true,
      };
    });
  }

  DISCLOSURE.fromTexts = { textSegment, readBlock };
})();
