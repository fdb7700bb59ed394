// What narrows a search down: places, groups and categories, years and kinds, with their counts.
(function () {
  "use strict";

  const { filter } = DISCLOSURE.view;
  const LEVELS = [6, 9, 12]; // digits of a short code below the city
  const LISTED = 12; // values of a filter; a chosen one always stands there

  // Counts of one column as {value, name, count}; what `read` gives no value for is left out.
  function values(counts, list, read) {
    const found = new Map();
    counts.forEach(([number, count]) => {
      const [value, name] = read(list[number]) || [];
      if (value) {
        const known = found.get(value) || { value, name, count: 0 };
        known.count += count;
        found.set(value, known);
      }
    });
    return Array.from(found.values());
  }

  function most(list, chosen) {
    const ordered = list.sort((one, two) => two.count - one.count || (one.value < two.value ? -1 : 1));
    return ordered.filter(({ value }, i) => i < LISTED || value === chosen);
  }

  // The places one level below the one that is chosen, and that one, which can be taken back.
  function places(counts, list, state, base) {
    const names = new Map(list);
    const inside = state.in || base;
    const digits = LEVELS.filter((level) => level > inside.length)[0];
    const below = digits ? values(counts, list, ([code]) => {
      const part = code.slice(0, digits);
      return code.startsWith(inside) && part.length === digits && [part, names.get(part) || part];
    }) : [];
    const own = state.in ? [{ value: state.in, name: names.get(state.in) || state.in, count: 0 }] : [];
    return own.concat(most(below));
  }

  // The filters of an answer; `base` is the code of the place searched, "" for one site.
  function filters(counts, lists, state, base, kinds, address) {
    const of = new Map(counts);
    const column = (name, read) => values(of.get(name) || [], lists[name], read);
    const groups = column("categories", (one) => one && [one[2], one[3]]);
    const categories = state.group ? column("categories", (one) => one && one[2] === state.group && one) : [];
    const years = column("years", ([year]) => [year, year + "年"]).sort((one, two) => (one.value < two.value ? 1 : -1));
    const found = [
      ["地区", "in", base ? places(of.get("divisions") || [], lists.divisions, state, base) : []],
      ["栏目", "group", most(groups, state.group)],
      ["类目", "category", most(categories, state.category)],
      ["年份", "year", years],
      ["类型", "kind", most(column("kinds", ([kind]) => [kind, kinds[kind]]), state.kind)],
    ];
    return found.map(([title, name, list]) => filter(title, list, state[name], (value) => address({ [name]: value }, name))).filter(Boolean);
  }

  DISCLOSURE.filters = filters;
})();
