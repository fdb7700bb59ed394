// Fetches a page again when it was built again, and tells in its corner what is wrong with it.
(function () {
  "use strict";

  var own = document.currentScript;
  var site = own.getAttribute("data-site");
  var mark = own.getAttribute("data-mark");
  var corner = document.createElement("aside");
  var stream = null;

  corner.className = "live-corner";
  corner.setAttribute("aria-label", "检查结果");

  function make(name, text, kind) {
    var element = document.createElement(name);
    element.textContent = text; // never markup: what it says comes from content
    if (kind) {
      element.className = kind;
    }
    return element;
  }

  function item(problem) {
    var entry = make("li", "", "live-" + problem.severity);
    var where = [problem.file, problem.place].filter(Boolean).join("，");
    if (where) {
      entry.appendChild(make("p", where, "live-place"));
    }
    entry.appendChild(make("p", problem.kind + "：" + problem.message));
    entry.appendChild(make("p", "改法：" + problem.hint, "live-hint"));
    return entry;
  }

  function list(title, problems) {
    var part = document.createElement("section");
    var items = document.createElement("ul");
    part.appendChild(make("h2", title));
    problems.map(item).forEach(function (entry) {
      items.appendChild(entry);
    });
    part.appendChild(items);
    return part;
  }

  function count(problems, severity) {
    return problems.filter(function (problem) {
      return problem.severity === severity;
    }).length;
  }

  function verdict(all, busy) {
    var errors = count(all, "error");
    var warnings = count(all, "warning");
    var parts = [];
    if (errors) {
      parts.push("错误 " + errors + " 处");
    }
    if (warnings) {
      parts.push("提示 " + warnings + " 处");
    }
    if (busy) {
      parts.push("正在生成……");
    }
    return parts.join("，") || "没有发现问题";
  }

  function show(state) {
    if (state.mark !== mark) {
      location.reload();
      return;
    }
    var all = state.own.concat(state.others);
    var box = document.createElement("details");
    var errors = count(all, "error");
    var summary = make("summary", verdict(all, state.busy));
    var before = corner.querySelector("details");
    box.open = before ? before.open || errors > Number(corner.getAttribute("data-errors")) : errors > 0;
    box.appendChild(summary);
    if (errors) {
      box.appendChild(make("p", "有错误的内容不能发布，网页仍是改动前的样子，改正后自动更新。", "live-note"));
    }
    if (state.own.length) {
      box.appendChild(list("本网站", state.own));
    }
    if (state.others.length) {
      box.appendChild(list("其他", state.others));
    }
    corner.setAttribute("data-errors", errors);
    corner.replaceChildren(box);
    document.body.appendChild(corner);
  }

  function ask() {
    fetch("/-/state?site=" + encodeURIComponent(site), { cache: "no-store" })
      .then(function (answer) {
        return answer.json();
      })
      .then(show)
      .catch(function () {
        // The server has ended or begins anew: the stream asks again by itself.
      });
  }

  // A browser has six connections for all its pages: those nobody looks at keep none.
  function listen() {
    if (document.hidden && stream) {
      stream.close();
      stream = null;
    } else if (!document.hidden && !stream) {
      stream = new EventSource("/-/events");
      stream.onmessage = ask;
    }
  }

  document.addEventListener("visibilitychange", listen);
  listen();
})();
