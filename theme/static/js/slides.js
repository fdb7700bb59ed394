// Plays slides.html: one item a screen, in turn. Space pauses, arrows turn, Esc leaves the list to read.
(function () {
  "use strict";

  var root = document.documentElement;
  var list = document.querySelector(".slides");
  if (!list) {
    return;
  }
  var foot = document.querySelector(".slides-foot");
  var count = foot.querySelector(".slides-count");
  var pause = foot.querySelector(".slides-pause");
  var seconds = Number(list.getAttribute("data-seconds"));
  var all = Array.prototype.slice.call(list.children);
  var at = -1;
  var timer = null;

  // The last day of an item is judged by the clock of the screen: its day in Beijing, all of it.
  function today() {
    return new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  }

  function isOver(item) {
    var until = item.getAttribute("data-until");
    return Boolean(until) && until < today();
  }

  function show(step) {
    var open = all.filter(function (item) {
      return !isOver(item);
    });
    var next = (open.indexOf(all[at]) + step + open.length) % open.length;
    if (!open.length) {
      leave();
      return;
    }
    at = all.indexOf(open[next]);
    all.forEach(function (item, index) {
      item.hidden = index !== at;
    });
    count.textContent = next + 1 + " / " + open.length;
    fit(all[at]);
  }

  // A small or narrow screen gets smaller letters, until the item is on it as a whole.
  function fit(item) {
    for (var size = 100; size >= 30; size -= 5) {
      item.style.fontSize = size === 100 ? "" : "calc(" + size * 0.034 + "vmin + " + size * 0.008 + "vw)";
      if (root.scrollHeight <= root.clientHeight && root.scrollWidth <= root.clientWidth) {
        return;
      }
    }
  }

  function forward() {
    show(1);
  }

  function run(isRunning) {
    window.clearInterval(timer);
    timer = isRunning ? window.setInterval(forward, seconds * 1000) : null;
    pause.textContent = isRunning ? "暂停" : "继续";
  }

  function toggle() {
    run(timer === null);
  }

  function turn(step) {
    run(timer !== null); // a turned page stands its full time
    show(step);
  }

  function leave() {
    run(false);
    root.classList.remove("is-playing");
    foot.hidden = true;
    all.forEach(function (item) {
      item.hidden = isOver(item);
    });
    document.removeEventListener("keydown", listen);
  }

  function listen(event) {
    var isButton = event.target.tagName === "BUTTON";
    if (event.key === " " && !isButton) {
      event.preventDefault();
      toggle();
    } else if (event.key === "ArrowRight" || event.key === "PageDown") {
      turn(1);
    } else if (event.key === "ArrowLeft" || event.key === "PageUp") {
      turn(-1);
    } else if (event.key === "Escape") {
      leave();
    }
  }

  root.classList.add("is-playing");
  foot.hidden = false;
  pause.addEventListener("click", toggle);
  foot.querySelector(".slides-leave").addEventListener("click", leave);
  document.addEventListener("keydown", listen);
  forward();
  run(true);
})();
