// On every page: the elder view, kept by this browser and set in the head before anything is drawn;
// the place last read, for the page on which one picks a place; tables that stay tables when they are
// shown as cards; folds that open for the time of printing.
(function () {
  "use strict";

  var VIEW = "disclosure-view";
  var PLACE = "disclosure-place";
  var CLASS = "view-elder";
  var ROLES = {
    "thead, tbody, tfoot": "rowgroup",
    tr: "row",
    td: "cell",
    "th[scope=row]": "rowheader",
    "th[scope=col]": "columnheader",
  };
  var root = document.documentElement;
  var folded = [];

  // Storage may be refused, from disk above all: then the view lasts as long as the page.
  function recall(key) {
    try {
      return localStorage.getItem(key);
    } catch (refused) {
      return null;
    }
  }

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch (refused) {
      return;
    }
  }

  function show(view) {
    var button = document.querySelector(".view-switch button");
    root.classList.toggle(CLASS, view === "elder");
    if (button) {
      button.textContent = view === "elder" ? "标准版" : "长辈版";
    }
  }

  function change() {
    var view = root.classList.contains(CLASS) ? "standard" : "elder";
    remember(VIEW, view);
    show(view);
  }

  // Rows shown as cards are no table any more to older screen readers, unless it is said.
  function nameParts() {
    Array.prototype.forEach.call(document.querySelectorAll("table.stack"), function (table) {
      table.setAttribute("role", "table");
      Object.keys(ROLES).forEach(function (parts) {
        Array.prototype.forEach.call(table.querySelectorAll(parts), function (part) {
          part.setAttribute("role", ROLES[parts]);
        });
      });
    });
  }

  function start() {
    var choice = document.querySelector(".view-switch");
    var code = document.querySelector("a.plate .plate-code");
    if (choice) {
      choice.hidden = false;
      choice.querySelector("button").addEventListener("click", change);
    }
    if (code) {
      remember(PLACE, code.textContent);
    }
    nameParts();
    show(recall(VIEW));
  }

  // The reckoning of a rule is printed only where the reader opened it.
  function unfold() {
    var closed = document.querySelectorAll("details:not([open]):not(.reckon)");
    folded = Array.prototype.slice.call(closed);
    folded.forEach(function (part) {
      part.open = true;
    });
  }

  function fold() {
    folded.forEach(function (part) {
      part.open = false;
    });
    folded = [];
  }

  show(recall(VIEW));
  document.addEventListener("DOMContentLoaded", start);
  window.addEventListener("beforeprint", unfold);
  window.addEventListener("afterprint", fold);
  window.addEventListener("storage", function (event) {
    if (event.key === VIEW) {
      show(event.newValue);
    }
  });
})();
