// The page: reads the state from the address, works out what remains and what stands out, and shows it everywhere.

import { FEW, R, T, communityOf, data, hasText, isTheme, itemReview, labelOf, groupName, nodeOf, linkTheme, linkItem, L } from "./data.js";
import { byId, counted, element, figure } from "./dom.js";
import { download } from "./export.js";
import { filtered } from "./facets.js";
import { makeFilters, showChips, showFilters } from "./filters.js";
import { degreeOf, drawsEvery, graphOf } from "./graph.js";
import { MapView } from "./map.js";
import { OTHERS, markOf, namesOfStyles, reviewMark, styleOf } from "./marks.js";
import { showMatrix } from "./matrix.js";
import { MEASURES } from "./measures.js";
import { showPanel } from "./panel.js";
import { denominator } from "./rows.js";
import { litBy, sceneOf } from "./scene.js";
import { search } from "./search.js";
import { GRAPHS, VIEWS, address, canUndo, choosing, follow, go, mapWith, slip, state, undo } from "./state.js";
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
  tell: showTip,
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
    return [...found.themes, ...found.reviews, ...found.items.map((item) => itemReview[item]), ...(now.of === "themes" ? named : [])];
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

function showBars(all) {
  const { now } = all;
  segments("views", VIEWS, now.view, (view) => address({ view }));
  segments("graphs", short(GRAPHS), now.of, (of) => address({ of, depth: 0, path: false }));
  byId("most").value = now.most;
  byId("most-value").textContent = now.most;
  byId("most-control").hidden = now.of === "both" || now.view === "matrix" || drawsEvery(all.graph, now.of);
  byId("by").value = now.by;
  byId("by-control").hidden = now.of === "both" || all.graph.total < FEW;
  byId("colour").value = now.colour;
  byId("colour-control").hidden = !data.communities.length || now.of === "reviews";
  byId("undo").disabled = !canUndo();
  if (field.value.trim() !== now.query) field.value = now.query;
  showLegend(all);
  byId("counted").textContent = denominator(all);
}

/** A long name gives way to a short one on a phone. */
const short = (names) => ({ ...names, both: [element("span", { class: "long" }, names.both), element("span", { class: "short" }, "Both")] });

function segments(id, names, chosen, to) {
  byId(id).replaceChildren(...Object.entries(names).map(([name, label]) =>
    element("a", { href: to(name), "aria-current": name === chosen ? "page" : undefined }, label)));
}

/** Marks and colours in use; a group is a link that shows its themes alone. */
function showLegend({ now, graph }) {
  const shapes = {
    both: [[reviewMark(), "Review"]],
    themes: [],
    reviews: [[reviewMark(), "Review"]],
  }[now.of].map(([drawn, label]) => element("li", {}, drawn, label));
  const used = new Set(Array.from({ length: T }, (_, n) => n + R).filter((theme) => degreeOf(graph, theme)).map((theme) => styleOf(theme, now.colour)));
  const names = namesOfStyles(now.colour);
  const groups = now.of === "reviews" ? [] : [...used].sort((one, other) => one - other).map((style) =>
    element("li", {}, style === OTHERS ? [markOf(style), "Other groups"] : legendLink(now, style, names[style])));
  byId("legend").replaceChildren(...shapes, ...groups);
}

function legendLink(now, style, name) {
  const on = now.colour === "community" ? now.community === style : now.facets.group?.includes(name);
  const to = now.colour === "community"
    ? address({ community: on ? -1 : style, chosen: [], query: "" })
    : address({ facets: { ...now.facets, group: on ? [] : [name] } });
  return element("a", { href: to, "aria-current": on ? "true" : undefined }, markOf(style), name);
}

function showNothing(scene, now, graph) {
  const words = byId("nothing");
  words.hidden = scene.node.length > 0;
  words.textContent = !R ? "No reviews have been loaded yet."
    : !graph.total ? "Nothing fits these filters."
    : now.of === "themes" ? "No theme stands in two reviews, so there is nothing to link." : "Nothing to draw.";
  const left = scene.left && now.view === "map" ? ` ${figure(scene.left)} more have no room here: the table and the list have all.` : "";
  byId("counted").append(left);
}

/** Counts for who cannot see them change; the same words are not said twice. */
function announce({ filter, graph, now, found }) {
  const themes = graph.count.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const hits = now.query ? ` ${counted(found.themes.length + found.reviews.length + found.items.length, "result")}.` : "";
  const words = `${figure(filter.total)} of ${counted(R, "review")}, ${counted(themes, "theme")}.${hits}`;
  if (byId("live").textContent !== words) byId("live").textContent = words;
}

/** One line on the node that is pointed at; the keyboard's node is said aloud too. */
function showTip(node, x = 0, y = 0, aloud = false) {
  const tip = byId("tip");
  tip.hidden = node === null;
  if (node === null) return;
  const { graph } = context;
  const words = isTheme(node)
    ? `${labelOf(node)} · ${groupName(node)} · in ${figure(degreeOf(graph, node))} of ${counted(graph.total, "review")}`
    : `${labelOf(node)} · ${counted(degreeOf(graph, node), "theme")}`;
  tip.textContent = words;
  const stage = byId("stage");
  tip.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
  if (aloud) byId("live").textContent = words;
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

/** Links in bars are made anew: the focus goes to the one in the same place. */
function lostFocus() {
  const active = document.activeElement;
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
  if (!byId("tip").hidden) showTip(null);
  if (byId("export").open) {
    byId("export").open = false;
    byId("export").querySelector("summary").focus();
  } else if (byId("filters").classList.contains("open")) openFilters(false);
  else if (context.now.query || context.now.chosen.length || context.now.community >= 0) {
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
    download(each.dataset.export, context, map);
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
