// Small helps on top of a page that works without them: open what a link leads to, close a page, find events, print all.
"use strict";
(function () {
  var from = null;

  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    document.querySelectorAll("mark.hit").forEach(function (part) { part.classList.remove("hit"); });
    if (!target) return;
    for (var box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    var sheet = target.closest(".page");
    if (sheet) sheet.querySelector("details").open = true;
    document.querySelectorAll("mark[data-part]").forEach(function (part) {
      if (part.dataset.part === id) part.classList.add("hit");
    });
    if (id !== "closed") target.scrollIntoView({ block: sheet && sheet !== target ? "center" : "start" });
  }

  function close() {
    if (!document.querySelector(".page:target, .page:has(:target)")) return;
    location.hash = "closed";
    if (from) from.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link) return;
    if (link.classList.contains("close")) { event.preventDefault(); close(); return; }
    if (!link.closest(".page")) from = link;
    if (link.hash === location.hash) reveal();
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(); });
  addEventListener("hashchange", reveal);

  function find(bar) {
    var words = bar.querySelector("input[type=search]").value.toLowerCase().split(/\s+/).filter(Boolean);
    var several = bar.querySelector("input[type=checkbox]").checked;
    var list = document.getElementById(bar.querySelector("input[type=search]").dataset.list);
    var shown = 0;
    list.querySelectorAll(".event").forEach(function (row) {
      var text = row.querySelector("summary").textContent.toLowerCase();
      var fits = words.every(function (word) { return text.indexOf(word) >= 0; }) && (!several || row.querySelector(".several"));
      row.classList.toggle("away", !fits);
      if (fits) shown += 1;
    });
    var asked = words.length > 0 || several;
    list.querySelectorAll(".rest").forEach(function (rest) { if (asked) rest.open = true; });
    bar.querySelector("output").textContent = asked ? shown + " found" : "";
  }
  document.querySelectorAll(".filter").forEach(function (bar) {
    bar.hidden = false;
    bar.addEventListener("input", function () { find(bar); });
  });

  var shut = [];
  addEventListener("beforeprint", function () {
    shut = Array.from(document.querySelectorAll("details:not([open])"));
    shut.forEach(function (box) { box.open = true; });
  });
  addEventListener("afterprint", function () { shut.forEach(function (box) { box.open = false; }); });

  var contents = document.querySelector(".contents details");
  if (contents && innerWidth < 992) contents.open = false;
  reveal();
})();
