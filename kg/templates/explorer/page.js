// The page: reads the state from the address, works out what remains and what stands out, and shows it everywhere.

import { R, T, communityOf, hasText, itemReview, labelOf, nodeOf, linkTheme, linkItem, L } from "./data.js";
import { showBars } from "./bars.js";
import { byId, element } from "./dom.js";
import { download } from "./export.js";
import { filtered } from "./facets.js";
import { makeFilters, showChips, showFilters } from "./filters.js";
import { graphOf } from "./graph.js";
import { MapView } from "./map.js";
import { showMatrix } from "./matrix.js";
import { MEASURES } from "./measures.js";
import { showPanel } from "./panel.js";
import { announce, showNothing, showTip } from "./said.js";
import { litBy, sceneOf } from "./scene.js";
import { search } from "./search.js";
import { address, choosing, follow, go, mapWith, slip, state, undo } from "./state.js";
import { showTable } from "./table.js";

const field = byId("query");
let remaining = { key: null };
let context;
let framed = ""; // what the map was last fitted to

const map = new MapView({
  choose(nodes, byKey) {
    location.hash = choosing(...nodes);
    if (byKey) queueMicrotask(() => byId("map").focus({ preventScroll: true }));
  },
  tell: (...told) => showTip(context.graph, ...told),
});

/** What remains under the filters; kept, since most steps do not change them. */
function remains(facets) {
  const key = JSON.stringify(facets);
  if (remaining.key !== key) {
    const filter = filtered(facets);
    remaining = { key, filter, graph: graphOf(filter) };
  }
  return remaining;
}

/** The nodes that a search or a community brings out. */
function broughtOut(now, found) {
  if (now.query) {
    const named = new Set();
    const items = new Set(found.items);
    for (let link = 0; link < L; link++) if (items.has(linkItem[link])) named.add(linkTheme[link] + R);
    return [...found.themes, ...found.reviews, ...found.summaries, ...found.items.map((item) => itemReview[item]), ...(now.of === "themes" ? named : [])];
  }
  return Array.from({ length: T }, (_, n) => n + R).filter((theme) => communityOf(theme) === now.community);
}

/** Whether a state shows more than names and counts. */
const reads = (now) => now.query !== "" || now.chosen.length > 0 || now.view === "table";

/** Show the state: at once where names and counts are all it shows, else when the browser has come to the text. */
function show() {
  const now = state();
  if (reads(now) && !hasText()) return void addEventListener("DOMContentLoaded", show, { once: true });
  const { filter, graph } = remains(now.facets);
  const found = search(now.query, graph);
  context = { now, filter, graph, found };
  showBars(context);
  showView(context);
  showPanel(context);
  showFilters(context);
  showChips(context);
  announce(context);
  document.documentElement.dataset.ready = "";
}

const holders = { map: "stage", matrix: "matrix", table: "table" };

function showView(all) {
  const { now, graph, found } = all;
  for (const [view, id] of Object.entries(holders)) byId(id).hidden = view !== now.view;
  byId("zoom").hidden = now.view !== "map";
  const scene = sceneOf(graph, now, map.tall, litBy(graph, now, broughtOut(now, found)));
  const frame = [now.of, now.depth, now.depth ? now.chosen : "", map.tall, now.view === "map"].join();
  map.show(scene, graph, frame !== framed);
  framed = frame;
  if (now.view === "matrix") showMatrix(all);
  if (now.view === "table") showTable(all);
  showNothing(scene, now, graph);
}

/** Whoever followed a link in the panel reads on from the new heading. */
function keepFocus() {
  const active = document.activeElement;
  if (active === document.body || byId("panel").contains(active)) {
    document.querySelector("#panel h2")?.focus({ preventScroll: true });
  }
}

let inPanel = false;
addEventListener("hashchange", () => {
  inPanel = byId("panel").contains(document.activeElement);
  const lost = lostFocus();
  follow();
  show();
  if (inPanel) keepFocus();
  else lost?.();
});

/** Links in bars are made anew: the focus goes to the one in the same place. From a table, one reads on in the panel. */
function lostFocus() {
  const active = document.activeElement;
  if (active?.closest?.("#matrix, #table")) return () => document.querySelector("#panel h2")?.focus();
  const bar = active?.closest?.("#views, #graphs, #legend, #chips");
  if (!bar) return null;
  const at = [...bar.querySelectorAll("a")].indexOf(active);
  return () => (bar.querySelectorAll("a")[at] ?? bar.querySelector("a") ?? byId("map")).focus({ preventScroll: true });
}

// The address holds what is chosen, so the link that skips the map must not change it.
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("panel").focus();
});

let typing = false;
field.addEventListener("input", () => {
  const query = field.value.trim();
  if (typing) slip({ query });
  else go({ query });
  typing = query !== "";
});
field.addEventListener("blur", () => (typing = false));
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && context?.now.query) byId("panel").querySelector("a")?.click(); // the first that was found
});

addEventListener("keydown", (event) => {
  const writing = event.target.matches?.("input:not([type=checkbox], [type=range]), select, textarea");
  if (event.key === "Escape") escape();
  else if (event.key === "/" && !writing) {
    event.preventDefault();
    field.focus();
  } else if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !writing) {
    event.preventDefault();
    undo();
  }
});

function escape() {
  byId("tip").hidden = true;
  if (byId("export").open) {
    byId("export").open = false;
    byId("export").querySelector("summary").focus();
  } else if (byId("filters").classList.contains("open")) openFilters(false);
  else if (context?.now.query || context?.now.chosen.length || context?.now.community >= 0) {
    typing = false;
    location.hash = choosing();
  }
}

function openFilters(open) {
  byId("filters").classList.toggle("open", open);
  byId("show-filters").setAttribute("aria-expanded", String(open));
  if (open) byId("filters").querySelector("input, button")?.focus();
  else byId("show-filters").focus();
}

byId("show-filters").addEventListener("click", () => openFilters(!byId("filters").classList.contains("open")));
byId("undo").addEventListener("click", undo);
byId("copy").addEventListener("click", async () => {
  const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  byId("copy").textContent = done ? "Copied" : "Copy from the address bar";
  setTimeout(() => (byId("copy").textContent = "Copy link"), 1500);
});
for (const each of document.querySelectorAll("[data-export]")) {
  each.addEventListener("click", () => {
    byId("export").open = false;
    if (context) download(each.dataset.export, context, map);
  });
}
byId("print").addEventListener("click", () => {
  byId("export").open = false;
  print();
});
byId("most").addEventListener("input", () => (byId("most-value").textContent = byId("most").value));
byId("most").addEventListener("change", () => go({ most: Number(byId("most").value) }));
byId("by").append(...Object.entries(MEASURES).map(([value, label]) => element("option", { value }, label)));
byId("by").addEventListener("change", () => go({ by: byId("by").value }));
byId("colour").addEventListener("change", () => go({ colour: byId("colour").value, community: -1 }));
byId("in").addEventListener("click", () => map.zoom(1.3));
byId("out").addEventListener("click", () => map.zoom(1 / 1.3));
byId("fit").addEventListener("click", () => map.fit());

let shape = map.tall;
new ResizeObserver(() => {
  if (context?.now.view !== "map") return;
  if (shape !== map.tall) {
    shape = map.tall;
    show();
  } else map.resized();
}).observe(byId("map"));
addEventListener("beforeprint", () => {
  byId("key").open = true;
  map.resized();
});
for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
  matchMedia(query).addEventListener("change", () => map.repaint());
}

makeFilters();
byId("key").open = innerHeight > 860 && innerWidth > 820; // the filters list the groups with their marks as well
// For those who drive the page by script, such as its tests: nothing here changes what is shown but `pan`.
window.sharedThemes = Object.freeze({
  whereIs: (name) => map.whereIs(name),
  labels: () => map.shownLabels(),
  drawn: () => ({ nodes: map.scene.node.length, lines: map.scene.from.length }),
  lines: () => Array.from(map.scene.from, (from, n) => [map.scene.node[from], map.scene.node[map.scene.to[n]]].map(labelOf)),
  camera: () => map.camera,
  pan: (across, down) => map.pan(across, down),
  mapFor: (of, ...names) => mapWith(of, ...names.map(nodeOf)),
});
show();
