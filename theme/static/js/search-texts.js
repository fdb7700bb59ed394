// Documents that came as texts: their postings are made here.
(function () {
  "use strict";

  const { normal, cut } = DISCLOSURE.tokens;
  const { isPhrase } = DISCLOSURE.query;
  const { checkFile } = DISCLOSURE.files;
  const DAY = 864e5; // milliseconds
  const isText = (value) => typeof value === "string";
  const newFields = () => [0, 1].map(() => ({ ids: [], times: [], places: [] }));

  function add(field, id, place) {
    const last = field.ids.length - 1;
    if (field.ids[last] === id) {
      field.times[last]++;
      field.places[last].push(place);
    } else {
      field.ids.push(id);
      field.times.push(1);
      field.places.push([place]);
    }
  }

  // A segment of the documents, null where one was withdrawn; ids begin at `offset`.
  function textSegment(documents, offset) {
    const terms = new Map();
    const texts = documents.map((one) => one && [normal(one.title), normal(one.body)]);
    const each = (use) => texts.forEach((pair, i) => pair && pair.forEach((text, f) => use(text, f, offset + i)));
    each((text, f, id) => cut(text, !f).forEach(([term, place]) => {
      if (!terms.has(term)) {
        terms.set(term, newFields());
      }
      add(terms.get(term)[f], id, place);
    }));

    function phrase(term) {
      const fields = newFields();
      each((text, f, id) => {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
          add(fields[f], id, at);
        }
      });
      return fields;
    }

    return {
      offset,
      size: documents.length,
      fill: (column, name) => documents.forEach((one, i) => {
        column[offset + i] = one ? one[name] : -1;
      }),
      document: (id) => documents[id - offset],
      names: (prefix) => Array.from(terms.keys()).filter((term) => term.startsWith(prefix)),
      term(term) {
        const fields = isPhrase(term) ? phrase(term) : terms.get(term);
        return fields && {
          need: () => null,
          fields: fields.map(({ ids, times, places }) => ({ ids: Int32Array.from(ids), times: Int32Array.from(times), places })),
        };
      },
    };
  }

  // The documents of a block. What filters ask for is a number in the lists of the scope.
  function readBlock(value, address, numbers) {
    checkFile(Array.isArray(value.texts) && Array.isArray(value.categories), address);
    return value.texts.map((item) => {
      if (item === null) {
        return null;
      }
      checkFile(Array.isArray(item), address);
      const [site, path, title, date, category, kind, body, tables] = item.length > 7 ? item : [value.site].concat(item);
      const day = Date.parse(date) / DAY;
      checkFile([site, path, title, date, kind, body].every(isText) && day % 1 === 0 && Array.isArray(tables), address);
      return {
        divisions: numbers.divisions([site]),
        categories: category < 0 ? -1 : numbers.categories(value.categories[category]),
        kinds: numbers.kinds([kind]),
        years: numbers.years([date.slice(0, 4)]),
        address: path, title, date, day, body, tables,
      };
    });
  }

  DISCLOSURE.fromTexts = { textSegment, readBlock };
})();
