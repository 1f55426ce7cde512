// What can be done with a node or two: see it among its neighbours, go from one to the other, go to its source.

import { data, labelOf, linksOf, pageOf } from "./data.js";
import { element } from "./dom.js";
import { hasNode } from "./graph.js";
import { address, go, mapWith } from "./state.js";

/** What can be done with one node: see it among its neighbours, or how it is joined with another. */
export function tools({ graph, now }, node) {
  const depths = [[0, "All"], [1, "1 step"], [2, "2 steps"], [3, "3 steps"]];
  const of = mapWith(now.of, node);
  const steps = element("div", { class: "segments", role: "group", "aria-label": "Neighbourhood on the map" },
    depths.map(([depth, label]) => element("a", {
      href: address({ chosen: [node], of, depth, query: "", community: -1 }), "aria-current": now.depth === depth ? "true" : undefined,
    }, label)));
  return element("div", { class: "tools" }, element("p", { class: "tool" }, element("span", {}, "Neighbourhood"), steps), pathPicker(graph, now, node));
}

function pathPicker(graph, now, node) {
  const others = Array.from({ length: data.reviews.id.length + data.themes.id.length }, (_, other) => other)
    .filter((other) => other !== node && hasNode(graph, other));
  const known = new Map(others.map((other) => [labelOf(other), other]));
  const field = element("input", { id: "path-to", list: "path-names", placeholder: "Theme or review", autocomplete: "off" });
  field.addEventListener("change", () => {
    const other = known.get(field.value);
    if (other !== undefined) go({ chosen: [node, other], of: mapWith(now.of, node, other), path: true, depth: 0, query: "", community: -1 });
  });
  const names = element("datalist", { id: "path-names" });
  field.addEventListener("focus", () => {
    if (!names.childElementCount) names.append(...[...known.keys()].map((name) => element("option", { value: name })));
  });
  return element("p", { class: "tool" }, element("label", { for: "path-to" }, "Path to"), field, names);
}

/** The addresses of a review: its page on a site, and what its document prints. */
export const addressesOf = (review) => {
  const pages = [...(pageOf(review) ? [[pageOf(review), "Its page, with the text"]] : []), ...linksOf(review).map((to) => [to, to.replace(/^https?:\/\//i, "")])];
  return pages.length
    ? element("ul", { class: "sources" }, pages.map(([to, label]) => element("li", {},
      element("a", { href: to, target: "_top", rel: "noopener noreferrer" }, label))))
    : null;
};

export function pathLink({ now }, one, other) {
  return element("p", {}, element("a", { href: address({ chosen: [one, other], of: mapWith(now.of, one, other), path: true, depth: 0, query: "" }) }, "Show a path between them"));
}
