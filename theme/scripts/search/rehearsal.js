// Questions to an index made up in memory, before anybody asks a real one: a browser runs code slowly
// until it has run some, and while somebody types there is time for that.
(function () {
  "use strict";

  const { keep } = DISCLOSURE.files;
  const { newScope, add, fillColumns } = DISCLOSURE.scopes;
  const { shardSegment } = DISCLOSURE;
  const { answer } = DISCLOSURE.engine;
  const PAUSE = 30; // milliseconds, for what else the page has to do
  const QUERY = "村务公开";
  const WORDS = ["村务", "务公", "公开"];
  const BLOCK = 8; // bits: documents of a file of places
  const DOCUMENTS = 1 << BLOCK; // so few that typing does not halt on an old phone
  const [ONE, TWO] = ["B", "C"]; // as postings write numbers
  const CARDS = 16; // in a file
  const LEAF = "31/1"; // the name of the root of the tree, which is a leaf
  let turns = 24;

  // Each document has each word twice, two places apart, so that the query stands in all of them.
  function makeUp() {
    const shard = (name, value) => keep("/" + name, ["shard", "", name, value]);
    const postings = "A" + TWO + (ONE + TWO).repeat(DOCUMENTS - 1);
    const places = (ONE + TWO).repeat(DOCUMENTS);
    const card = ["", QUERY, "2000-01-01", 0, 0, QUERY, []];
    shard("t/" + LEAF, WORDS.map((word) => [word, postings, postings, BLOCK].join(",")).join(";"));
    shard("p/" + LEAF + "/0", places + "," + places);
    for (let number = 0; number < DOCUMENTS / CARDS; number++) {
      shard("s/0/" + number, Array(CARDS).fill(card));
    }
    const scope = newScope(DOCUMENTS, { divisions: [["", ""]], categories: [["", "", ""]], kinds: [""] });
    add(scope, shardSegment("", "", { name: "", build: "", starts: [0], counts: [DOCUMENTS], numbers: DOCUMENTS, leaves: "A" }, 0));
    return fillColumns(scope);
  }

  const pause = () => new Promise((done) => setTimeout(done, PAUSE));

  DISCLOSURE.rehearsal = {
    // Asks again and again, as often as it takes; the last answer tells whether all was as it is to be.
    async begin() {
      const scope = turns > 0 && makeUp();
      let last = null;
      while (turns > 0) {
        turns--;
        last = await answer(scope, { q: QUERY });
        await pause();
      }
      return last;
    },
    // Somebody asks in earnest.
    end() {
      turns = 0;
    },
  };
})();
