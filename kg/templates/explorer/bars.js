// The bars of the page: views, graphs, controls and the legend. Choices are links, made anew for each state.

import { FEW, R, T, data } from "./data.js";
import { byId, element } from "./dom.js";
import { degreeOf, drawsEvery } from "./graph.js";
import { OTHERS, markOf, namesOfStyles, reviewMark, styleOf } from "./marks.js";
import { denominator } from "./rows.js";
import { GRAPHS, VIEWS, address, canUndo } from "./state.js";

/** What the bars over and under a view hold: which is shown, how lines and colours are chosen, the legend, the count. */
export function showBars(all) {
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
  if (byId("query").value.trim() !== now.query) byId("query").value = now.query;
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
