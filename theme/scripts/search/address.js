// The address of every state of the search page: what stands behind its #.
(function () {
  "use strict";

  const UNFILTERED = { in: "", group: "", category: "", year: "", kind: "" };
  const FIELDS = ["q", "scope", ...Object.keys(UNFILTERED), "sort", "page"];
  const LONGEST = 400; // characters of a value that are kept

  function asked() {
    const given = new URLSearchParams(location.hash.slice(1));
    const state = {};
    FIELDS.forEach((name) => {
      state[name] = (given.get(name) || "").slice(0, LONGEST);
    });
    return state;
  }

  // The address of a state with a change, which begins at the first page.
  function addressOf(state, change) {
    const next = { ...state, page: "", ...change };
    return "#" + new URLSearchParams(FIELDS.filter((name) => next[name]).map((name) => [name, next[name]]));
  }

  const isFiltered = (state) => Object.keys(UNFILTERED).some((name) => state[name]);

  DISCLOSURE.address = { asked, addressOf, isFiltered, UNFILTERED };
})();
