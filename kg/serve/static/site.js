// What a page does beyond links and forms. Without it everything works; with it a theme is chosen without a new page.
"use strict";

function chooseTheme(chooser, source, link) {
  const theme = link.dataset.theme;
  for (const other of chooser.querySelectorAll("a")) other.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  source.classList.toggle("one", theme !== "");
  let first = null;
  for (const mark of source.querySelectorAll("mark")) {
    const on = theme !== "" && mark.dataset.themes.split(" ").includes(theme);
    mark.classList.toggle("on", on);
    if (on && first === null) first = mark;
  }
  const said = document.querySelector("[data-said]");
  said.textContent = theme === "" ? "" : `Shown: ${link.textContent}`;
  document.querySelector("[data-quotes]")?.remove();
  history.replaceState(null, "", theme === "" ? location.pathname : `?theme=${encodeURIComponent(theme)}`);
  first?.scrollIntoView({ block: "center" });
}

function makeChooser() {
  const chooser = document.querySelector("[data-chooser]");
  const source = document.querySelector("[data-source]");
  if (!chooser || !source) return;
  chooser.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-theme]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    chooseTheme(chooser, source, link);
  });
}

// The explorer keeps its state after `#`; the address of the page around it follows, so that either can be shared.
function followExplorer() {
  const frame = document.querySelector("[data-explorer]");
  if (!frame) return;
  const alone = document.querySelector("[data-alone]");
  const follow = () => {
    const hash = frame.contentWindow.location.hash;
    history.replaceState(null, "", location.pathname + hash);
    alone.setAttribute("href", "/explorer/page" + hash);
  };
  if (location.hash) frame.src = "/explorer/page" + location.hash;
  frame.addEventListener("load", () => frame.contentWindow.addEventListener("hashchange", follow));
}

// Deciding by keyboard. Keys count only while one thing has the focus, so that they never surprise.
function makeTasks() {
  const list = document.querySelector("[data-tasks]");
  const source = document.querySelector("[data-source]");
  if (!list || !source) return;
  const tasks = [...list.querySelectorAll(":scope > li[tabindex]")];
  list.addEventListener("focusin", (event) => {
    const task = event.target.closest("li[data-from]");
    if (task) showWords(source, Number(task.dataset.from), Number(task.dataset.to));
  });
  list.addEventListener("keydown", (event) => {
    if (event.target.parentElement !== list || event.ctrlKey || event.metaKey || event.altKey) return;
    if (press(event.key, event.target, tasks)) event.preventDefault();
  });
  const wanted = tasks.find((task) => `#${task.id}` === location.hash);
  wanted?.focus();
}

function press(key, task, tasks) {
  const at = tasks.indexOf(task);
  if (key === "j" || key === "k") {
    tasks[at + (key === "j" ? 1 : -1)]?.focus();
    return true;
  }
  if (key === "c") {
    task.querySelector("details").open = true;
    task.querySelector("input[name=new_value]").focus();
    return true;
  }
  if (key === "u") {
    document.querySelector("form.done button")?.click();
    return true;
  }
  const button = task.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  button?.click();
  return button !== null;
}

function showWords(source, from, to) {
  let first = null;
  source.classList.add("one");
  for (const mark of source.querySelectorAll("mark")) {
    const on = Number(mark.dataset.from) >= from && Number(mark.dataset.to) <= to;
    mark.classList.toggle("on", on);
    if (on && first === null) first = mark;
  }
  const box = source.closest(".text");
  if (first && box.scrollHeight > box.clientHeight) {
    box.scrollTop += first.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
  }
}

function takeSelection() {
  const form = document.querySelector("[data-add]");
  const source = document.querySelector("[data-source]");
  if (!form || !source) return;
  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    if (selection.isCollapsed || !source.contains(selection.anchorNode) || !source.contains(selection.focusNode)) return;
    form.elements.quote.value = selection.toString().replace(/\s+/g, " ").trim();
  });
}

makeChooser();
makeTasks();
takeSelection();
followExplorer();
