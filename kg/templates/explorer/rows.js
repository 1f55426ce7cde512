// What a view shows as rows: the table shows them, and CSV and GEXF hold them.

import { FEW, R, documentOf, groupName, iriOf, isTheme, labelOf, titleOf } from "./data.js";
import { counted, figure } from "./dom.js";
import { FACETS, STATUS, yearOf } from "./facets.js";
import { degreeOf, figures, linksOfView } from "./graph.js";
import { GRAPHS } from "./state.js";
import { nodesInView, wayOf } from "./scene.js";

/**
 * A column: its name, whether it is a number, and the value of a row.
 * @typedef {{name: string, number: boolean, value: (row: any) => string | number}} Column
 */
const text = (name, value) => ({ name, number: false, value });
const number = (name, value) => ({ name, number: true, value });

/** The nodes in question: of a path those on it, else those of the view. */
export const nodesShown = (graph, now) => (now.path ? wayOf(graph, now) : nodesInView(graph, now));

/** The lines in question, as rows of two ends and what they share. */
export function linesShown(graph, now) {
  const nodes = new Set(nodesShown(graph, now));
  const way = wayOf(graph, now);
  const steps = new Set(way.slice(1).map((node, n) => pair(node, way[n])));
  const { from, to, both } = linksOfView(graph, now.of, now.most);
  const rows = [];
  for (let n = 0; n < from.length; n++) {
    if (!nodes.has(from[n]) || !nodes.has(to[n])) continue;
    if (now.path && !steps.has(pair(from[n], to[n]))) continue;
    rows.push({ one: from[n], other: to[n], ...(now.of === "both" ? { both: both[n] } : figures(graph, from[n], to[n], both[n])) });
  }
  return rows;
}

const pair = (one, other) => Math.min(one, other) * 1e6 + Math.max(one, other);

/** The columns of the lines of a view. @returns {Column[]} */
export function lineColumns(graph, of) {
  if (of === "both") {
    return [
      text("Review", (row) => labelOf(row.one)), text("Theme", (row) => labelOf(row.other)),
      text("Group", (row) => groupName(row.other)), number("Passages", (row) => row.both),
    ];
  }
  const themes = of === "themes";
  const counts = themes ? ["Reviews with both", "With the first", "With the second"] : ["Themes of both", "Of the first", "Of the second"];
  return [
    text(themes ? "First theme" : "First review", (row) => labelOf(row.one)),
    text(themes ? "Second theme" : "Second review", (row) => labelOf(row.other)),
    number(counts[0], (row) => row.both), number(counts[1], (row) => row.first), number(counts[2], (row) => row.second),
    ...(graph.total >= FEW
      ? [number("Jaccard", (row) => Number(row.jaccard.toFixed(3))), number("Lift", (row) => Number(row.lift.toFixed(2)))]
      : []),
  ];
}

/** The columns of the nodes of a view. @returns {Column[]} */
export function nodeColumns(graph) {
  return [
    text("Name", (node) => labelOf(node)),
    text("Kind", (node) => (isTheme(node) ? "Theme" : "Review")),
    text("Group, or title", (node) => (isTheme(node) ? groupName(node) : titleOf(node))),
    text("Year", (node) => (isTheme(node) ? "" : yearOf(node) ?? "")),
    text("Document", (node) => (isTheme(node) ? "" : documentOf(node))),
    number("Reviews, or themes", (node) => degreeOf(graph, node)),
  ];
}

export const nameOfNode = (node) => iriOf(node);

/** What is counted and of how many, in one line: below the map, in the caption of a table, on a picture. */
export function denominator({ now, filter }) {
  const what = {
    both: "Lines: passages of a review that name the theme.",
    themes: "Lines: reviews that name both themes.",
    reviews: "Lines: themes that both reviews name.",
  }[now.of];
  const measure = now.of !== "both" && now.by !== "count" ? ` Thickness: ${now.by === "lift" ? "lift" : "Jaccard"}.` : "";
  const chosen = FACETS.flatMap(({ key, label }) => (now.facets[key] ? [`${label}: ${now.facets[key].join(", ")}`] : []));
  const filters = chosen.length ? `, of ${figure(R)} without filters. Filters: ${chosen.join("; ")}` : "";
  const marks = now.of === "reviews" ? "" : " Marks: reviews that name the theme.";
  const hints = now.facets.status?.includes(STATUS.suggested) ? " What is only suggested is a hint, and not stated." : "";
  return `${GRAPHS[now.of]}.${marks} ${what}${measure} Counted of ${counted(filter.total, "review")}${filters}.${hints}`;
}
