// Draws what a search has found. Texts become text nodes, never markup.
(function () {
  "use strict";

  const BESIDE = 2; // pages named on each side of the one that is shown

  function make(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  }

  function fill(element, ...children) {
    element.textContent = "";
    element.append(...children);
  }

  function mark(element, is, word) {
    if (is) {
      element.setAttribute("aria-current", word);
    } else {
      element.removeAttribute("aria-current");
    }
    return element;
  }

  // A text as nodes, the places that were looked for marked.
  function marked(text, ranges) {
    let at = 0;
    const nodes = ranges.map(([start, end]) => {
      const pair = [text.slice(at, start), make("mark", {}, text.slice(start, end))];
      at = end;
      return pair;
    });
    return [].concat(...nodes, text.slice(at));
  }

  // A result; `facts` are what its line of small print says, `rows` how many rows its page lists.
  function hit({ title, summary, marks, row }, href, facts, rows) {
    const line = row ? row.row + 1 : 0; // as a spreadsheet counts: its first row holds the names
    const place = row && make("a", { href: href + "#" + row.anchor + (row.row <= rows ? "-" + line : "") }, "第 " + line + " 行");
    return make("li", {},
      make("h3", {}, make("a", { href }, ...marked(title, marks.title))),
      make("p", { className: "meta" }, ...[...facts, place].filter(Boolean).map((fact) => make("span", {}, fact))),
      make("p", {}, ...marked(summary, marks.summary), /[。！？；…]$/.test(summary) ? "" : "…"));
  }

  // Ways to the pages beside this one, to the first, the last and the next.
  function pages(current, last, address) {
    const items = [];
    for (let number = 1; number <= last; number++) {
      const distance = Math.abs(number - current);
      if (distance <= BESIDE || number === 1 || number === last) {
        const properties = number === current ? {} : { href: address(number) };
        items.push(mark(make("a", properties, String(number)), !distance, "page"));
      } else if (distance === BESIDE + 1) {
        items.push("…");
      }
    }
    if (current < last) {
      items.push(make("a", { href: address(current + 1), rel: "next" }, "下一页"));
    }
    return last > 1 ? make("ul", {}, ...items.map((item) => make("li", {}, item))) : "";
  }

  // A filter: values as {value, name, count}, each leading to what it leaves, the chosen one back.
  function filter(title, values, chosen, address) {
    return values.length ? make("div", {}, make("h3", {}, title), make("ul", { className: "search-values" }, ...values.map(({ value, name, count }) => {
      const isChosen = value === chosen;
      const words = make("span", { className: "count" }, isChosen ? "取消" : String(count));
      return make("li", {}, mark(make("a", { href: address(isChosen ? "" : value) }, name, words), isChosen, "true"));
    }))) : "";
  }

  DISCLOSURE.view = { make, fill, mark, hit, pages, filter };
})();
