// Filters the matrix by state and group, and opens the row that the address names.
// Without it every group unfolds by hand.
(function () {
  "use strict";

  var form = document.querySelector("[data-filter]");
  if (!form) {
    return;
  }
  var select = form.querySelector("select");
  var status = form.querySelector("[role=status]");
  var boxes = list(form, "input[type=checkbox]");
  var rows = list(document, "tr[data-state]");
  var groups = list(document, "details.group[id]").map(function (group) {
    return { element: group, rows: list(group, "tr[data-state]"), wasOpen: group.open };
  });
  var parts = groups.reduce(function (found, group) {
    var part = group.element.parentElement;
    return found.indexOf(part) < 0 ? found.concat(part) : found;
  }, []);

  function list(place, selector) {
    return Array.prototype.slice.call(place.querySelectorAll(selector));
  }

  function chosen() {
    return boxes.filter(function (box) {
      return box.checked;
    }).map(function (box) {
      return box.value;
    });
  }

  // A group stands where a row of it is left; what was asked for is opened, else as it was.
  function filter() {
    var states = chosen();
    var isAsked = states.length > 0 || select.value !== "";
    var shown = 0;
    groups.forEach(function (group) {
      var isOfGroup = select.value === "" || select.value === group.element.id;
      var hits = group.rows.filter(function (row) {
        var isHit = isOfGroup && (states.length === 0 || states.indexOf(row.getAttribute("data-state")) >= 0);
        row.hidden = !isHit;
        return isHit;
      });
      shown += hits.length;
      group.element.hidden = hits.length === 0;
      group.element.open = isAsked ? hits.length > 0 : group.wasOpen;
    });
    parts.forEach(function (part) {
      part.hidden = list(part, "details.group[id]").every(function (group) {
        return group.hidden;
      });
    });
    status.textContent = isAsked ? "共 " + rows.length + " 类，符合条件 " + shown + " 类" : "";
  }

  function clear() {
    boxes.forEach(function (box) {
      box.checked = false;
    });
    select.value = "";
    filter();
  }

  // #E0203 is a row, #E02 a group, #late all that is late.
  function follow() {
    var name = decodeURIComponent(location.hash.slice(1));
    var place = name && document.getElementById(name);
    var late = boxes.filter(function (box) {
      return box.value === "已逾期";
    })[0];
    if (name === "late" && late) {
      clear();
      late.checked = true;
      filter();
    } else if (place && place.closest(".group")) {
      clear();
      place.closest(".group").open = true;
      list(place, ".reckon").forEach(function (rule) {
        rule.open = place.tagName === "TR" || rule.open;
      });
      place.scrollIntoView();
    }
  }

  form.addEventListener("change", filter);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
  });
  window.addEventListener("hashchange", follow);
  form.hidden = false;
  follow();
})();
