// Judging by keyboard: every key does what a button beside it does.
"use strict";
(function () {
  var queue = document.getElementById("queue");
  var said = document.getElementById("said");
  var author = document.getElementById("author");
  var forgery = document.querySelector("meta[name=parley-forgery]").content;
  var tasks = Array.from(queue.querySelectorAll(".task"));
  var at = -1, last = null, busy = false;

  function go(to) {
    if (!tasks.length) return;
    at = Math.max(0, Math.min(tasks.length - 1, to));
    tasks[at].focus();
    tasks[at].scrollIntoView({ block: "nearest" });
  }

  function send(body, task, word) {
    if (busy) return;
    busy = true;
    said.textContent = "working …";
    body.author = author.value || "reviewer";
    fetch("/decisions", { method: "POST", headers: { "Content-Type": "application/json", "X-Parley-Forgery": forgery }, body: JSON.stringify(body) })
      .then(function (answer) { return answer.json().then(function (json) { return { ok: answer.ok, json: json }; }); })
      .then(function (result) {
        busy = false;
        if (!result.ok) { said.textContent = typeof result.json.detail === "string" ? result.json.detail : "refused"; return; }
        if (body.kind !== "undo") last = { id: result.json.id, task: task };
        said.textContent = word;
        if (task) { task.classList.toggle("done", body.kind !== "undo"); if (body.kind !== "undo") go(at + 1); }
      })
      .catch(function () { busy = false; said.textContent = "the server did not answer"; });
  }

  function ids(task) { return task.dataset.kind === "event" ? [task.dataset.id] : task.dataset.ids.split(" "); }
  function marked() { return tasks.filter(function (t) { var box = t.querySelector("[data-mark]"); return box && box.checked; }); }

  function act(what, task) {
    var chosen;
    if (what === "confirm" || what === "reject") {
      if (task.dataset.kind !== "disagreement") send({ kind: what, ids: ids(task) }, task, what === "confirm" ? "accepted" : "rejected");
    } else if (what === "edit") {
      var form = task.querySelector("form.edit");
      if (form) { form.hidden = !form.hidden; if (!form.hidden) form.querySelector("[name=value]").focus(); }
    } else if (what === "merge" || what === "split") {
      chosen = marked();
      if (chosen.length < 2) { said.textContent = "mark two or more reports first"; return; }
      send({ kind: what, ids: chosen.map(function (t) { return t.dataset.id; }) }, null, what === "merge" ? "merged" : "split");
      chosen.forEach(function (t) { t.querySelector("[data-mark]").checked = false; });
    } else if (what === "undo") {
      if (!last) { said.textContent = "nothing to undo"; return; }
      send({ kind: "undo", ids: [last.id] }, last.task, "undone");
      last = null;
    }
  }

  queue.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button) { at = tasks.indexOf(button.closest(".task")); act(button.dataset.do, tasks[at]); }
  });
  queue.addEventListener("focusin", function (event) {
    var task = event.target.closest(".task");
    if (task) at = tasks.indexOf(task);
  });
  queue.addEventListener("submit", function (event) {
    event.preventDefault();
    var task = event.target.closest(".task");
    send({ kind: "correct", ids: ids(task), slot: event.target.slot.value, value: event.target.value.value || null }, task, "set");
    event.target.hidden = true;
    task.focus();
  });
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      if (event.key === "Escape" && at >= 0) tasks[at].focus();
      return;
    }
    var task = tasks[at];
    if (event.key === "j") go(at + 1);
    else if (event.key === "k") go(at - 1);
    else if (event.key === "u") act("undo");
    else if (event.key === "m") act("merge");
    else if (event.key === "s") act("split");
    else if (!task) return;
    else if (event.key === "a") act("confirm", task);
    else if (event.key === "r") act("reject", task);
    else if (event.key === "e") act("edit", task);
    else if (event.key === "o") task.querySelector(".open").click();
    else if (event.key === "x") { var box = task.querySelector("[data-mark]"); if (box) box.checked = !box.checked; }
    else return;
    event.preventDefault();
  });
  go(0);
})();
