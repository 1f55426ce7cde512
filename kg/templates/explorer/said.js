// What is said beside a view: why it is empty, what changed, and a line on what is pointed at.

import { R, groupName, isTheme, labelOf } from "./data.js";
import { byId, counted, figure } from "./dom.js";
import { degreeOf } from "./graph.js";

/** What the map has no room for, and why it is empty. */
export function showNothing(scene, now, graph) {
  const words = byId("nothing");
  words.hidden = scene.node.length > 0;
  words.textContent = !R ? "No reviews have been loaded yet."
    : !graph.total ? "Nothing fits these filters."
    : now.of === "themes" ? "No theme stands in two reviews, so there is nothing to link." : "Nothing to draw.";
  const left = scene.left && now.view === "map" ? ` ${figure(scene.left)} more have no room here: the table and the list have all.` : "";
  byId("counted").append(left);
}

/** Counts for who cannot see them change; the same words are not said twice. */
export function announce({ filter, graph, now, found }) {
  const themes = graph.count.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const hits = now.query ? ` ${counted(found.themes.length + found.reviews.length + found.summaries.length + found.items.length, "result")}.` : "";
  const words = `${figure(filter.total)} of ${counted(R, "review")}, ${counted(themes, "theme")}.${hits}`;
  if (byId("live").textContent !== words) byId("live").textContent = words;
}

/** One line on the node that is pointed at; the keyboard's node is said aloud too. */
export function showTip(graph, node, x = 0, y = 0, aloud = false) {
  const tip = byId("tip");
  tip.hidden = node === null;
  if (node === null) return;
  const words = isTheme(node)
    ? `${labelOf(node)} · ${groupName(node)} · in ${figure(degreeOf(graph, node))} of ${counted(graph.total, "review")}`
    : `${labelOf(node)} · ${counted(degreeOf(graph, node), "theme")}`;
  tip.textContent = words;
  const stage = byId("stage");
  tip.style.left = `${Math.max(4, Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
  if (aloud) byId("live").textContent = words;
}
