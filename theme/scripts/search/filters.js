// What narrows a search down: places, groups and categories, years and kinds, with their counts.
(function () {
  "use strict";

  const { filter } = DISCLOSURE.view;
  const LEVELS = [6, 9, 12]; // digits of a short code below the city
  const LISTED = 12; // values of a filter; a chosen one always stands there

  // Counts as {value, name, count}, added up by what `read` makes of a code; of nothing, none.
  function sums(counts, read) {
    const found = new Map();
    (counts || []).forEach(([code, count]) => {
      const [value, name] = read(code) || [];
      if (value) {
        const known = found.get(value) || { value, name, count: 0 };
        known.count += count;
        found.set(value, known);
      }
    });
    return [...found.values()];
  }

  function most(list, chosen) {
    const ordered = list.sort((one, two) => two.count - one.count || (one.value < two.value ? -1 : 1));
    return ordered.filter(({ value }, i) => i < LISTED || value === chosen);
  }

  // The places one level below the one that is chosen, after that one, which can be taken back.
  function places(counts, names, chosen, base) {
    const inside = chosen || base;
    const digits = LEVELS.find((level) => level > inside.length);
    const part = (code) => code.startsWith(inside) && code.length >= digits && code.slice(0, digits);
    const own = chosen ? [{ value: chosen, name: names.get(chosen) || chosen }] : [];
    return own.concat(most(sums(counts, (code) => [part(code), names.get(part(code))])));
  }

  // The filters of an answer; `base` is the code of the place searched, "" for a single site.
  function filters({ divisions, categories, years, kinds }, lists, state, base, kindNames, address) {
    const known = new Map(lists.categories.map((one) => [one[0], one]));
    const inGroup = (code) => known.get(code) && known.get(code)[2] === state.group && known.get(code);
    const byYear = (one, two) => (one.value < two.value ? 1 : -1);
    const found = [
      ["地区", "in", base ? places(divisions, new Map(lists.divisions), state.in, base) : []],
      ["栏目", "group", most(sums(categories, (code) => (known.get(code) || []).slice(2)), state.group)],
      ["类目", "category", state.group ? most(sums(categories, inGroup), state.category) : []],
      ["年份", "year", sums(years, (year) => [year, year + "年"]).sort(byYear)],
      ["类型", "kind", most(sums(kinds, (kind) => [kind, kindNames.get(kind)]), state.kind)],
    ];
    return found.map(([title, name, list]) => filter(title, list, state[name], (value) => address(name, value))).filter(Boolean);
  }

  DISCLOSURE.filters = filters;
})();
