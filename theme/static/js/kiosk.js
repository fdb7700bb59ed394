// The terminal: once kiosk.html has been opened in a tab, every page of that tab is shown large, leads
// nowhere outside, and returns to the six doors when nobody touches it. Esc ends it. Elsewhere, and where slides
// play, it sleeps.
(function () {
  "use strict";

  var KEY = "disclosure-kiosk";
  var IDLE = 60; // seconds without a touch
  var WARNING = 10; // seconds before the end in which it says so
  var root = document.documentElement;
  var isStart = root.classList.contains("view-kiosk");
  var own = document.currentScript.src;
  var start = isStart ? location.href.replace(/[#?].*$/, "") : recall();
  var left = IDLE;
  var notice;

  // Storage may be refused, from disk above all: then only the first page knows that it is a terminal.
  function recall() {
    try {
      return sessionStorage.getItem(KEY);
    } catch (refused) {
      return null;
    }
  }

  function remember(value) {
    try {
      if (value) {
        sessionStorage.setItem(KEY, value);
      } else {
        sessionStorage.removeItem(KEY);
      }
    } catch (refused) {
      return;
    }
  }

  function make(name, properties) {
    return Object.assign(document.createElement(name), properties);
  }

  // A link outside, to a file, or to the slides keeps its words and loses its address.
  function keepInside(link) {
    var folder = new URL("..", start).href; // output/
    var path = link.href.replace(/[#?].*$/, "");
    if (path.indexOf(folder) !== 0 || !/(\.html|\/)$/.test(path) || /\/slides\.html$/.test(path)) {
      link.removeAttribute("href");
    }
    link.removeAttribute("target");
  }

  function goBack() {
    if (isStart) {
      history.replaceState(null, "", start);
      location.hash = "doors";
      window.scrollTo(0, 0);
    } else {
      location.replace(start);
    }
  }

  function rest() {
    left = IDLE;
    notice.textContent = "";
  }

  function tick() {
    var isHome = isStart && window.scrollY === 0 && (!location.hash || location.hash === "#doors");
    left = isHome ? IDLE : left - 1;
    if (left <= 0) {
      rest();
      goBack();
    } else if (left <= WARNING) {
      notice.textContent = left + " 秒后返回首页，要继续看请点一下屏幕";
    }
  }

  function end() {
    remember(null);
    location.reload();
  }

  function begin() {
    remember(start);
    root.classList.add("view-kiosk");
    if (!isStart) {
      document.head.append(make("link", { rel: "stylesheet", href: new URL("../css/kiosk.css", own).href }));
      document.body.append(make("a", { className: "kiosk-back", href: start, textContent: "返回首页" }));
    }
    Array.prototype.forEach.call(document.querySelectorAll("a[href]"), keepInside);
    notice = document.body.appendChild(make("p", { className: "kiosk-notice" }));
    notice.setAttribute("role", "status");
    ["pointerdown", "keydown", "wheel", "touchmove"].forEach(function (name) {
      document.addEventListener(name, rest, { passive: true });
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape") {
        end();
      }
    });
    window.setInterval(tick, 1000);
  }

  if (start && !root.classList.contains("view-slides")) {
    begin();
  }
})();
