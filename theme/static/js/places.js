// Finds a place in the tree of the first page by its name or code. Without it the tree unfolds by hand.
(function () {
  "use strict";

  var form = document.querySelector(".find");
  var input = form.querySelector("input");
  var status = form.querySelector("[role=status]");
  var places = Array.prototype.map.call(document.querySelectorAll("[data-place]"), read);
  var opened = places.filter(function (place) {
    return place.details && place.details.open;
  });
  var hits = [];
  var MANY = 200; // a tree with more hits is no help, and slow to unfold

  function read(item) {
    return {
      item: item,
      link: item.querySelector(":scope > a"),
      name: plain(item.querySelector(":scope > a, :scope > .picker-name").textContent),
      code: item.getAttribute("data-code"),
      details: item.querySelector(":scope > details"),
    };
  }

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  }

  // A whole code, short or of twelve digits, means one place; else its beginning or part of a name.
  function find(words) {
    var exact = places.filter(function (place) {
      return words === place.code || words === place.code.padEnd(12, "0");
    });
    return exact.length ? exact : places.filter(function (place) {
      return place.name.indexOf(words) >= 0 || place.code.indexOf(words) === 0;
    });
  }

  function showAll() {
    places.forEach(function (place) {
      place.item.hidden = false;
      place.item.classList.remove("is-hit");
      if (place.details) {
        place.details.open = opened.indexOf(place) >= 0;
      }
    });
    hits = [];
    status.textContent = "";
  }

  // A hit stands with the places above it; what lies below it can still be unfolded.
  function showHits() {
    var shown = new Set();
    var open = new Set();
    var found = new Set(hits);
    hits.forEach(function (place) {
      for (var item = place.item; item; item = item.parentElement.closest("[data-place]")) {
        shown.add(item);
        if (item !== place.item) {
          open.add(item);
        }
      }
    });
    hits.forEach(function (place) {
      if (!open.has(place.item)) {
        place.item.querySelectorAll("[data-place]").forEach(function (item) {
          shown.add(item);
        });
      }
    });
    places.forEach(function (place) {
      place.item.hidden = !shown.has(place.item);
      place.item.classList.toggle("is-hit", found.has(place));
      if (place.details) {
        place.details.open = open.has(place.item);
      }
    });
    status.textContent = hits.length ? "找到 " + hits.length + " 个地区" : "没有找到，请核对名称或代码";
  }

  function search() {
    var words = plain(input.value);
    if (!words) {
      showAll();
      return;
    }
    var found = find(words);
    if (found.length > MANY) {
      showAll();
      status.textContent = "找到 " + found.length + " 个地区，请再输入几个字";
      return;
    }
    hits = found;
    showHits();
  }

  function links() {
    return hits.reduce(function (found, place) {
      return place.link ? found.concat(place.link) : found;
    }, []);
  }

  // The place last read in this browser, where the tree still has it.
  function offerLast() {
    var line = document.querySelector(".recent");
    var last = null;
    try {
      last = localStorage.getItem("disclosure-place");
    } catch (refused) {
      return;
    }
    places.forEach(function (place) {
      if (place.code === last && place.link) {
        line.appendChild(place.link.cloneNode(true));
        line.hidden = false;
      }
    });
  }

  // Arrow keys walk through the hits, from the field and back to it.
  function walk(event) {
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    var stops = [input].concat(links());
    var at = stops.indexOf(document.activeElement);
    if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }

  input.addEventListener("input", search);
  document.addEventListener("keydown", walk);
  form.addEventListener("submit", function (event) {
    var found = links();
    event.preventDefault();
    if (found.length === 1) {
      location.href = found[0].href;
    } else if (found.length) {
      found[0].focus();
    }
  });
  form.hidden = false;
  offerLast();
  search();
})();
