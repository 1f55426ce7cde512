// Reviews by the year of the incident: bars that are links, each choosing its year as a filter does.

import { R } from "./data.js";
import { counted, drawnElement, element, figure } from "./dom.js";
import { yearOf } from "./facets.js";
import { hasNode, linkedWith } from "./graph.js";
import { address } from "./state.js";

const HEIGHT = 54;

/** Bars of all reviews that remain and, within them, of those that name a theme. */
export function timeline({ graph, now }, theme) {
  const all = byYear(Array.from({ length: R }, (_, review) => review).filter((review) => hasNode(graph, review)));
  const named = theme === null ? all : byYear(linkedWith(graph, theme));
  const years = [...all.keys()].filter((year) => year !== null).sort();
  if (!years.length) return element("p", { class: "quiet" }, "No year of an incident is stated.");
  const most = Math.max(...years.map((year) => all.get(year)));
  const unknown = named.get(null) ?? 0;
  return element("div", {},
    element("ol", { class: "years" }, every(years).map((year) => bar(year, all.get(year) ?? 0, named.get(year) ?? 0, most, now, theme))),
    element("p", { class: "quiet" }, `${unknown ? `${counted(unknown, "review")} more without a stated year or over more than one. ` : ""}Choose a year to see it alone.`));
}

function byYear(reviews) {
  const counts = new Map();
  for (const review of reviews) counts.set(yearOf(review), (counts.get(yearOf(review)) ?? 0) + 1);
  return counts;
}

/** The years from first to last, those without a review too, as long as there is room for each. */
function every(years) {
  const [first, last] = [Number(years[0]), Number(years.at(-1))];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > 40) return years;
  return Array.from({ length: last - first + 1 }, (_, n) => String(first + n));
}

function bar(year, all, named, most, now, theme) {
  const told = theme === null ? `${year}: ${counted(all, "review")}` : `${year}: ${figure(named)} of ${counted(all, "review")}`;
  const on = now.facets.year?.includes(year);
  const drawing = drawnElement("svg", { viewBox: `0 0 20 ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true", focusable: "false" },
    drawnElement("rect", { class: "all", x: 2, width: 16, y: HEIGHT - height(all, most), height: height(all, most) }),
    drawnElement("rect", { class: "named", x: 2, width: 16, y: HEIGHT - height(named, most), height: height(named, most) }));
  if (!all) return element("li", {}, drawing, element("span", { class: "year", "data-year": year.slice(-2) }));
  const facets = { ...now.facets, year: on ? [] : [year] };
  return element("li", {}, element("a", { href: address({ facets }), title: told, "aria-label": told, "aria-current": on ? "true" : undefined },
    drawing, element("span", { class: "year", "data-year": year.slice(-2) })));
}

const height = (count, most) => (count ? Math.max((HEIGHT * count) / most, 2) : 0);
