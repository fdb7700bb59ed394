// Puts the QR code of the page's own public address on its paper, and takes it away again. Pages for which
// the build has drawn a code need none.
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";
  var BORDER = 4; // modules of white around
  var canonical = document.querySelector("link[rel=canonical]");
  var drawn = null;

  function make(name, attributes) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) {
      element.setAttribute(key, attributes[key]);
    });
    return element;
  }

  function picture(rows) {
    var size = rows.length + 2 * BORDER;
    var path = rows.map(function (row, y) {
      return row.map(function (dark, x) {
        return dark ? "M" + (x + BORDER) + " " + (y + BORDER) + "h1v1h-1z" : "";
      }).join("");
    }).join("");
    var svg = make("svg", { viewBox: "0 0 " + size + " " + size, class: "qr", role: "img", "aria-label": "本页二维码" });
    svg.append(make("rect", { width: size, height: size, fill: "#fff" }), make("path", { d: path, fill: "#000" }));
    return svg;
  }

  function draw() {
    var rows = !drawn && !document.querySelector("img.qr") && DISCLOSURE.qr(canonical.href);
    var place = document.querySelector(".site-foot .wrap");
    if (rows && place) {
      drawn = document.createElement("p");
      drawn.className = "qr-line";
      drawn.append(picture(rows), "扫码看本页：" + canonical.href);
      place.prepend(drawn);
    }
  }

  function erase() {
    if (drawn) {
      drawn.remove();
      drawn = null;
    }
  }

  if (canonical) {
    window.addEventListener("beforeprint", draw);
    window.addEventListener("afterprint", erase);
  }
})();
