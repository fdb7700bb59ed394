// The search page: what its address asks for is looked for and shown, so that every state is a link.
(function () {
  "use strict";

  const { make, fill, mark, hit, pages } = DISCLOSURE.view;
  const { asked, addressOf, isFiltered, UNFILTERED } = DISCLOSURE.address;
  const SIZE = 10; // results on a page
  const SHOWN = 40; // characters in the heading
  const root = self.document && document.querySelector(".search");
  if (!root) {
    return; // the engine alone is wanted: by a test or a measurement
  }
  const one = (selector) => root.querySelector(selector);
  const form = document.querySelector(".site-search");
  const box = form.querySelector("input");
  const heading = one("h1");
  const [said, more, found, fold] = ["[role=status]", ".search-more", ".search-found", "details"].map(one);
  const scopes = Array.from(root.querySelectorAll("[data-scope]"));
  const { site, rows, online } = root.dataset;
  const kinds = new Map(Array.from(root.querySelectorAll("[data-kind]"), (item) => [item.dataset.kind, item.textContent]));
  const title = document.title;
  const opened = {};
  let turn = 0;
  let isCounted = true;

  function open({ folder, index, scope }) {
    if (!opened[scope]) {
      opened[scope] = DISCLOSURE.engine.open(index ? { folder, scope: index } : { folder, site });
      opened[scope].then(({ said }) => said.length && delete opened[scope]);
    }
    return opened[scope];
  }

  const chosen = (state) => scopes.find(({ dataset }) => dataset.scope === state.scope) || scopes[0];

  function say(state, { isMissing }, answer, link) {
    const { total, page, mode, pieces } = answer;
    const first = (page - 1) * SIZE + 1;
    const where = total > SIZE ? "，现在是第 " + first + " 至 " + Math.min(first + SIZE - 1, total) + " 件" : "";
    const words = {
      and: total ? "找到 " + total + " 件" + where + "。" : "按所选的条件没有找到，可以取消一些条件。",
      or: "没有完全相符的。下面的 " + total + " 件含有其中的“" + pieces.join("”或“") + "”" + where + "。",
      // An answer without counts was not looked for: why, it says itself.
      none: "counts" in answer ? "没有找到。可以换一个说法，少输几个字，或者扩大查找范围。" : "",
    };
    const missing = "这一份网站里没有" + link.dataset.name + "的检索文件" + (online ? "，请在联网时到网上检索。" : "，可以在“本站”中检索，或者联网后到上级网站检索。");
    fill(said, isMissing ? missing : answer.said.map((text) => text + "。").join("") + words[mode]);
    const ways = answer.suggestions.map((phrase) => make("a", { href: addressOf(state, { q: phrase }) }, phrase));
    if (isMissing && online) {
      ways.push(make("a", { href: online + "/" + site + "/search.html" + addressOf(state, {}), rel: "noopener" }, "到网上检索" + link.dataset.name));
    }
    fill(more, ...(ways.length && !isMissing ? ["也许要找："] : []), ...ways);
  }

  function show(state, scope, answer, link) {
    const { total, page, results, counts } = answer;
    const names = new Map(scope.values && scope.values.divisions);
    fill(one(".hits"), ...results.map((result) => {
      const { address, division, date, category, kind } = result;
      const href = (division === site ? "./" : "../" + division + "/") + address + ".html";
      // Some categories are called as their kind is.
      const facts = new Set([make("time", { dateTime: date }, date), names.get(division), category && category[1], kinds.get(kind)]);
      return hit(result, href, facts, Number(rows));
    }));
    fill(one(".search-pages"), pages(page, Math.ceil(total / SIZE), (number) => addressOf(state, { page: String(number) })));
    const sorts = [["最相关", ""], ["最新", "date"]].map(([name, sort]) => mark(make("a", { href: addressOf(state, { sort }) }, name), state.sort === sort, "true"));
    fill(one(".search-sort"), "排序：", sorts[0], " · ", sorts[1]);
    if (counts) {
      const base = link.dataset.index && (link.dataset.within || link.dataset.index);
      // A group is taken back with the category in it.
      const change = (name, value) => addressOf(state, { ...(name === "group" && { category: "" }), [name]: value });
      fill(one(".search-lists"), ...DISCLOSURE.filters(counts, scope.values, state, base, kinds, change));
    }
    found.hidden = !total && !isFiltered(state);
  }

  // With counts wherever they cost nothing, or the reader has asked for them.
  async function run(isLed = true) {
    const state = asked();
    const words = state.q.trim();
    const link = chosen(state);
    const mine = ++turn;
    box.value = state.q;
    scopes.forEach((other) => {
      other.href = addressOf(state, { scope: other.dataset.scope, in: "" });
      mark(other, other === link, "page");
    });
    one(".scope").parentNode.hidden = !words;
    document.querySelector(".search-ways").hidden = Boolean(words);
    heading.textContent = words ? "检索：" + words.slice(0, SHOWN) + (words.length > SHOWN ? "…" : "") : "检索";
    document.title = (words ? words.slice(0, SHOWN) + " - " : "") + title;
    fill(more);
    if (!words) {
      found.hidden = true;
      fill(said);
      return;
    }
    DISCLOSURE.rehearsal.end();
    fill(said, "正在检索……");
    const scope = await open(link.dataset);
    fold.open = fold.open || isFiltered(state);
    isCounted = !link.dataset.index || fold.open;
    const answer = await scope.search({
      q: state.q, division: state.in || link.dataset.within, group: state.group, category: state.category,
      year: state.year, kind: state.kind, sort: state.sort, page: state.page, counts: isCounted,
    });
    if (mine === turn) {
      show(state, scope, answer, link);
      say(state, scope, answer, link);
      if (isLed) {
        heading.focus();
      }
    }
  }

  // What the field on another page sent comes as a query; it moves to where all states stand.
  function arrive() {
    const q = new URLSearchParams(location.search).get("q");
    const address = location.hash || addressOf({}, { q });
    if (q !== null) {
      try {
        history.replaceState(null, "", location.pathname + address);
      } catch (refused) {
        location.hash = address;
      }
    }
    run();
  }

  form.addEventListener("submit", (event) => {
    const next = addressOf(asked(), { ...UNFILTERED, q: box.value });
    event.preventDefault();
    if (next === location.hash) {
      run();
    } else {
      location.hash = next;
    }
  });
  // Open where it stands beside the results, and costs nothing.
  fold.open = window.matchMedia("(min-width: 60.01em)").matches && !document.querySelector(".view-elder") && !asked().scope;
  // While somebody types, what is searched is opened, and a large index rehearsed.
  box.addEventListener("focus", async () => {
    const { dataset } = chosen(asked());
    await open(dataset);
    if (dataset.index) {
      DISCLOSURE.rehearsal.begin();
    }
  });
  fold.addEventListener("toggle", () => fold.open && !isCounted && run(false));
  window.addEventListener("hashchange", () => run());
  document.addEventListener("DOMContentLoaded", arrive); // folding.js, which comes next, has run by then
})();
