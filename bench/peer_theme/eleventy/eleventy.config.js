// The whole tree in one run: articles, and lists made of them by category, group, year and place.

const fs = require("fs");

const CONTENT = "content";
const FEED_ITEMS = 50;

function readData(name) {
  return JSON.parse(fs.readFileSync(`data/${name}.json`, "utf-8"));
}

function listsOf(articles, nameOf) {
  const lists = new Map();
  for (const article of articles) {
    for (const kind of ["categories", "groups", "years"]) {
      for (const term of article.data[kind]) {
        const key = `${kind}/${term}`;
        if (!lists.has(key)) {
          const [place, code] = term.split("-");
          lists.set(key, { kind, place, code, name: nameOf(code), articles: [] });
        }
        lists.get(key).articles.push(article);
      }
    }
  }
  return [...lists.values()];
}

module.exports = function (config) {
  const categories = readData("categories");
  const groups = readData("groups");
  const places = readData("places");
  const placeByCode = Object.fromEntries(places.map((place) => [place.code, place]));
  const nameOf = (code) => categories[code]?.name ?? groups[code] ?? code;
  let gathered = null;

  function gather(api) {
    if (gathered === null) {
      const articles = api
        .getFilteredByGlob(`${CONTENT}/**/*.md`)
        .sort((one, other) => other.date - one.date);
      const lists = listsOf(articles, nameOf);
      const homes = new Map(places.map((place) => [place.code, { place, articles: [], lists: [] }]));
      articles.forEach((article) => homes.get(article.data.place).articles.push(article));
      lists.forEach((list) => homes.get(list.place).lists.push(list));
      gathered = { lists, homes: [...homes.values()] };
    }
    return gathered;
  }

  config.setUseGitIgnore(false);
  config.ignores.add(`${CONTENT}/**/_index.md`);
  config.addGlobalData("layout", "article.njk");
  config.addGlobalData("permalink", () => (data) => `${data.page.filePathStem}.html`);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("placeOf", (code) => placeByCode[code]);
  config.addFilter("categoryOf", (code) => categories[code]);
  config.addFilter("groupOf", (term) => ({ term, name: groups[term.split("-")[1]] }));
  config.addFilter("first", (items, count) => items.slice(0, count));
  config.addCollection("lists", (api) => gather(api).lists);
  config.addCollection("homes", (api) => gather(api).homes);
  config.addTemplate("list.njk", "", {
    layout: "list.njk",
    pagination: { data: "collections.lists", size: 1, alias: "list" },
    permalink: (data) => `${data.list.place}/${data.list.kind}/${data.list.code}.html`,
  });
  config.addTemplate("home.njk", "", {
    layout: "home.njk",
    pagination: { data: "collections.homes", size: 1, alias: "home" },
    permalink: (data) => `${data.home.place.code}/index.html`,
  });
  config.addTemplate("feed.njk", "", {
    layout: "feed.njk",
    items: FEED_ITEMS,
    pagination: { data: "collections.homes", size: 1, alias: "home" },
    permalink: (data) => `${data.home.place.code}/feed.xml`,
  });
  return {
    dir: { input: CONTENT, includes: "../eleventy/layouts" },
    markdownTemplateEngine: false,
  };
};
