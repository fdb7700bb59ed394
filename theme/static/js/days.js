// Adds the days left to what ends on a day: <p data-until="2026-11-30">. The build writes the date.
(function () {
  "use strict";

  var DAY = 24 * 60 * 60 * 1000;
  var beijing = new Date(Date.now() + 8 * 60 * 60 * 1000);
  var today = Date.UTC(beijing.getUTCFullYear(), beijing.getUTCMonth(), beijing.getUTCDate());

  function strong(text, kind) {
    var element = document.createElement("b");
    element.className = kind;
    element.textContent = text;
    return element;
  }

  // The last day counts: on it there is still time to object.
  function say(left) {
    var words = document.createElement("span");
    if (left > 0) {
      words.appendChild(document.createTextNode("还剩 "));
      words.appendChild(strong(String(left), "days-left"));
      words.appendChild(document.createTextNode(" 天"));
    } else {
      words.appendChild(strong(left === 0 ? "今天截止" : "已截止", "days-word"));
    }
    return words;
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-until]"), function (place) {
    var left = Math.round((Date.parse(place.getAttribute("data-until")) - today) / DAY);
    place.insertBefore(say(left), place.firstChild);
  });
})();
