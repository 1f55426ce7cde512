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

makeChooser();
followExplorer();
