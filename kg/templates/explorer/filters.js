// The facets as lists of tick boxes, with the number of reviews that each would leave.

import { R } from "./data.js";
import { button, byId, element, figure } from "./dom.js";
import { FACETS } from "./facets.js";
import { markOf, OTHERS } from "./marks.js";
import { address, go, state } from "./state.js";

const SHOWN = 8; // values before "more" is asked for
const OPEN = new Set(["group", "year", "outcome", "harm", "age"]);
const boxes = new Map(); // facet key -> its values' inputs and counts
let summary;

/** Make the lists once; counts and ticks are set by `showFilters`. */
export function makeFilters() {
  summary = element("p", { class: "quiet", id: "filtered" });
  const reset = button("Reset all", () => go({ facets: {} }), { id: "reset" });
  byId("filters").replaceChildren(
    element("div", { class: "filters-head" }, element("h2", {}, "Filters"), reset), summary,
    ...ordered().filter(({ of, values }) => of.values.length && values.length).map(facetList));
}

/** Groups of themes first: they are the legend's colours too. */
const ordered = () => [...FACETS].sort((one, other) => (other.key === "group") - (one.key === "group"));

function facetList(facet) {
  const rows = facet.values.map((value, n) => valueRow(facet, value, n));
  boxes.set(facet.key, rows);
  const rest = element("div", { hidden: true }, rows.slice(SHOWN).map(({ row }) => row));
  const expand = button(`Show ${rows.length - SHOWN} more`, () => {
    rest.hidden = false;
    expand.remove();
    rest.querySelector("input").focus();
  }, { class: "more" });
  return element("details", { class: "facet", open: OPEN.has(facet.key) && facet.values.length > 1, "data-facet": facet.key },
    element("summary", {}, facet.label),
    element("fieldset", {}, element("legend", { class: "unseen" }, facet.label),
      facet.note ? element("p", { class: "quiet" }, facet.note) : null,
      rows.slice(0, SHOWN).map(({ row }) => row), rows.length > SHOWN ? [rest, expand] : null));
}

function valueRow(facet, value, n) {
  const input = element("input", { type: "checkbox", "data-value": value });
  input.addEventListener("change", () => tick(facet.key, value, input.checked));
  const count = element("span", { class: "number" });
  const row = element("label", { class: "value" }, input, facet.key === "group" ? markOf(Math.min(n, OTHERS)) : null,
    element("span", { class: "name" }, value), count);
  return { row, input, count, value };
}

function tick(key, value, on) {
  const { facets } = state();
  const others = (facets[key] ?? []).filter((each) => each !== value);
  go({ facets: { ...facets, [key]: on ? [...others, value] : others } });
}

export function showFilters({ now, filter }) {
  FACETS.forEach(({ key }, n) => {
    (boxes.get(key) ?? []).forEach(({ row, input, count, value }, at) => {
      input.checked = now.facets[key]?.includes(value) ?? false;
      count.textContent = figure(filter.counts[n][at]);
      row.classList.toggle("none", filter.counts[n][at] === 0);
    });
  });
  byId("reset").hidden = !Object.keys(now.facets).length;
  summary.textContent = `Reviews that fit: ${figure(filter.total)} of ${figure(R)}`;
}

/** What is chosen, one link for each that takes it away: over the map, so that nobody forgets a filter. */
export function showChips({ now }) {
  const chips = FACETS.flatMap(({ key, label }) => (now.facets[key] ?? []).map((value) => {
    const left = { ...now.facets, [key]: now.facets[key].filter((each) => each !== value) };
    return element("li", {}, element("a", { href: address({ facets: left }), "aria-label": `Take away the filter ${label}: ${value}` }, `${value} ✕`));
  }));
  byId("chips").replaceChildren(...chips);
  byId("chips").hidden = !chips.length;
}

