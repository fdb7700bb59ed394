// Sorts a table by a column: <table data-sort>. The heads become buttons; the foot stays below.
// data-sort="wide": only where the table is one, not where its rows are cards.
(function () {
  "use strict";

  var NUMBER = /^[+-]?[0-9]+(\.[0-9]+)?%?$/;
  var isWide = window.matchMedia("(min-width: 44.01em)").matches;

  Array.prototype.forEach.call(document.querySelectorAll("table[data-sort]"), function (table) {
    if (isWide || table.getAttribute("data-sort") !== "wide") {
      prepare(table);
    }
  });

  function list(items) {
    return Array.prototype.slice.call(items);
  }

  function prepare(table) {
    var heads = list(table.tHead.rows[0].cells);
    table.classList.add("is-sortable");
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.textContent = "";
      head.appendChild(button);
      button.addEventListener("click", function () {
        var isUp = head.getAttribute("aria-sort") !== "ascending";
        heads.forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        head.setAttribute("aria-sort", isUp ? "ascending" : "descending");
        sort(table.tBodies[0], column, isUp);
      });
    });
  }

  // A date, a code or a name is no number, though it may begin with one.
  function numberOf(text) {
    var plain = text.replace(/,/g, "").replace("\u2212", "-");
    return NUMBER.test(plain) ? parseFloat(plain) : NaN;
  }

  // Numbers by size, names in the order of the language; what has no number stays last.
  function sort(body, column, isUp) {
    var rows = list(body.rows).map(function (row) {
      var text = row.cells[column].textContent.trim();
      return { row: row, text: text, number: numberOf(text) };
    });
    rows.sort(function (one, other) {
      if (isNaN(one.number) !== isNaN(other.number)) {
        return isNaN(one.number) ? 1 : -1;
      }
      var order = isNaN(one.number) ? one.text.localeCompare(other.text, "zh") : one.number - other.number;
      return isUp ? order : -order;
    });
    rows.forEach(function (item) {
      body.appendChild(item.row);
    });
  }
})();
