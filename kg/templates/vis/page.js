// The page: what is shown is kept in the address after #, and nothing else holds state but the search field.

const VIEWS = { both: "Reviews and themes", themes: "Themes", reviews: "Reviews" };
const field = document.getElementById("query");

/** What the address says: a view, nothing, one or two nodes, or a group of themes. Nonsense is ignored. */
function state() {
  const said = new URLSearchParams(location.hash.slice(1));
  const view = Object.hasOwn(VIEWS, said.get("view")) ? said.get("view") : data.view;
  const chosen = [said.get("of"), said.get("with")].map((name) => byLocal.get(name)).filter(Boolean);
  const group = [...data.groups, OTHER].find((name) => name === said.get("group"));
  return { view, chosen, group: chosen.length ? undefined : group };
}

/** The address of this state with these changes. */
function address(changes) {
  const { view, chosen, group } = { ...state(), group: undefined, ...changes };
  const said = new URLSearchParams({ view });
  if (chosen[0]) said.set("of", local(chosen[0]));
  if (chosen[1]) said.set("with", local(chosen[1]));
  if (group !== undefined) said.set("group", group);
  return `#${said}`;
}

function panelOf({ chosen: [one, other], group }) {
  if (field.value.trim()) return panels.results(field.value.trim());
  if (other) return panels.pair(node(one), node(other));
  if (one) return isTheme(one) ? panels.theme(node(one)) : panels.review(node(one));
  return group === undefined ? panels.overview() : panels.group(group);
}

/** What stands out on the map, and what stands near it. */
function litBy({ view, chosen: [one, other], group }) {
  if (field.value.trim()) {
    const found = search(field.value.trim());
    const near = [...found.themes, ...found.reviews, ...found.passages.map(({ review }) => review)].map(({ id }) => id);
    return [[], [...near, ...found.passages.flatMap(({ passage }) => passage.themes)]];
  }
  if (group !== undefined) return [[], ofGroup(group).map(({ id }) => id)];
  if (other) return [[one, other], isTheme(one) === isTheme(other) ? inBoth(linked(one), linked(other)) : []];
  if (!one) return [[], []];
  return [[one], view === "both" || isTheme(one) !== (view === "themes") ? linked(one) : map.beside(one)];
}

function show() {
  const now = state();
  const [chosen, near] = litBy(now);
  map.show(now.view, chosen, near, !chosen.length && !near.length && !field.value.trim() && now.group === undefined);
  showPanel(panelOf(now));
  showViews(now.view);
  showLegend(now);
  showDrawn(now.view);
  showNothing(now.view);
}

function showViews(view) {
  document.getElementById("views").replaceChildren(
    ...Object.entries(VIEWS).map(([name, label]) =>
      element("a", { href: address({ view: name }), "aria-current": name === view ? "page" : undefined }, label)),
  );
}

function showLegend({ view, group }) {
  const shapes = {
    both: [["mark review", "Review"], ["mark", "Theme; its number counts reviews"]],
    themes: [["mark", "Theme; its number counts reviews"], ["line", "Two reviews or more in common"]],
    reviews: [["mark review", "Review"], ["line", "Themes in common"]],
  }[view];
  const used = [...data.groups, OTHER].filter((each) => ofGroup(each).length);
  const colours = view === "reviews" ? [] : used.map((each) =>
    element("li", {}, element("a", {
      href: group === each ? address({}) : address({ group: each, chosen: [] }),
      "aria-current": group === each ? "true" : undefined,
    }, element("span", { class: `mark group-${colourOf(each)}`, "aria-hidden": "true" }), groupName(each))));
  document.getElementById("legend").replaceChildren(
    ...shapes.map(([kind, label]) => element("li", {}, element("span", { class: kind, "aria-hidden": "true" }), label)), ...colours);
}

/** How much of everything the map holds, where it is not all: the panel always lists the rest. */
function showDrawn(view) {
  const drawn = themes.size - map.leftOut();
  document.getElementById("drawn").textContent =
    view === "reviews" || drawn === themes.size ? "" : `${drawn} most shared of ${counted(themes.size, "theme")}`;
}

function showNothing(view) {
  const words = document.getElementById("nothing");
  words.hidden = !map.empty();
  words.textContent = view === "themes" && data.reviews.length
    ? "No theme stands in two reviews, so there is nothing to link."
    : "No reviews have been loaded yet.";
}

addEventListener("hashchange", () => {
  field.value = "";
  show();
  // Whoever followed a link in the panel reads on from the new heading.
  const inside = document.activeElement === document.body || document.getElementById("panel").contains(document.activeElement);
  if (inside) document.querySelector("#panel h2")?.focus({ preventScroll: true });
});

// The address holds what is chosen, so the link that skips the map must not change it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("panel").focus();
});
field.addEventListener("input", show);
addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (field.value) {
    field.value = "";
    show();
  } else location.hash = address({ chosen: [] });
});

map.onChoose((chosen) => {
  field.value = "";
  location.hash = address({ chosen });
});
document.getElementById("in").addEventListener("click", () => map.zoom(1.3));
document.getElementById("out").addEventListener("click", () => map.zoom(1 / 1.3));
document.getElementById("fit").addEventListener("click", () => map.fit());
new ResizeObserver(() => {
  map.resized();
  showDrawn(state().view);
}).observe(document.getElementById("map"));
for (const query of ["(prefers-color-scheme: dark)", "print"]) {
  matchMedia(query).addEventListener("change", () => map.repaint());
}
document.getElementById("key").open = innerWidth > 820;
window.sharedThemes = Object.freeze({ whereIs: map.whereIs }); // for those who drive the page by script, such as its tests
document.documentElement.dataset.ready = "";
show();
