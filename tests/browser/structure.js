// Returns what is wrong with the structure of a page, one line each; it is parsed, not opened.
(html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  const wrong = [];
  const all = (selector) => [...page.querySelectorAll(selector)];
  const words = (element) => element.textContent.trim().slice(0, 20);
  const expect = (holds, complaint) => holds || wrong.push(complaint);
  const isJson = (text) => {
    try {
      return Boolean(JSON.parse(text));
    } catch {
      return false;
    }
  };

  expect(page.documentElement.lang === "zh-CN", "language");
  expect(page.title.trim(), "title");
  expect(all("h1").length === 1, `${all("h1").length} h1`);
  expect(all("main").length === 1, `${all("main").length} main`);

  let level = 0;
  for (const heading of all("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    expect(next <= level + 1, `h${level} then h${next} ${words(heading)}`);
    expect(words(heading), `empty h${next}`);
    level = next;
  }

  all("img").forEach((image) => expect(image.alt, `picture ${image.src} without words`));
  all("input").forEach((input) => expect(input.labels.length, `field ${input.id} without label`));
  all("a").forEach((link) => {
    const named = words(link) || link.querySelector('img:not([alt=""])');
    expect(named, `link ${link.href} without words`);
  });
  all("nav, aside, section").forEach((part) => {
    const named = part.getAttribute("aria-label") || part.getAttribute("aria-labelledby");
    expect(named, `${part.tagName} ${part.className} without name`);
  });
  all("[aria-labelledby], [aria-describedby]").forEach((part) => {
    const id = part.getAttribute("aria-labelledby") || part.getAttribute("aria-describedby");
    expect(page.getElementById(id), `no element ${id}`);
  });
  all("main th").forEach((head) => {
    expect(head.closest(".prose") || head.scope, `head ${words(head)} without scope`);
  });
  all("table.stack").forEach((table) => expect(table.caption, "table without caption"));
  all("meta[name]").forEach((tag) => expect(tag.content.trim(), `empty tag ${tag.name}`));

  const ids = all("[id]").map((element) => element.id);
  expect(new Set(ids).size === ids.length, "an id twice");
  // A data block is never run: JSON and nothing else may stand in the page itself.
  const own = all("[style], style, script:not([src])");
  const data = own.filter((element) => element.type === "application/ld+json");
  expect(own.length === data.length, "inline style or script");
  data.forEach((block) => expect(isJson(block.textContent), "data block that is no JSON"));
  return wrong;
}
