// The matrix: which review names which theme, or what any two themes or reviews share. It reads better than a map does
// where much goes with much. A grid that the arrow keys move in, with one stop for the Tab key.

import { FEW, communityOf, groupOf, isTheme, labelOf } from "./data.js";
import { button, byId, counted, element, figure } from "./dom.js";
import { degreeOf, figures, linkedWith, weightOf } from "./graph.js";
import { asText, measured } from "./measures.js";
import { linkTo, mark } from "./lists.js";
import { denominator } from "./rows.js";
import { nodesInView } from "./scene.js";
import { choosing } from "./state.js";

const MOST_ROWS = { both: 100, themes: 24, reviews: 24 };
const MOST_COLUMNS = { both: 16, themes: 24, reviews: 24 };
const SHADES = 5;
const page = { of: "", column: 0, row: 0 }; // where the window on a large matrix stands

/**
 * The whole matrix of a state: rows and columns are nodes.
 * @returns {{rows: number[], columns: number[], value: (row: number, column: number) => number,
 *   shown: (row: number, column: number) => string}}
 */
export function matrixOf({ graph, now }) {
  const nodes = nodesInView(graph, now);
  const themes = byCount(graph, nodes.filter(isTheme));
  const reviews = nodes.filter((node) => !isTheme(node));
  if (now.of === "both") {
    const value = (theme, review) => weightOf(graph, review, theme);
    return { rows: themes, columns: reviews, value, shown: (row, column) => String(value(row, column) || "") };
  }
  const along = now.of === "themes" ? together(themes) : reviews;
  const shares = sharesOf(graph, along);
  const value = (one, other) => (one === other ? 0 : valueOf(graph, now, one, other, shares(one, other)));
  const by = graph.total >= FEW ? now.by : "count";
  const shown = (one, other) => {
    if (one === other) return "·";
    const both = shares(one, other);
    return both ? asText(by, by === "count" ? both : value(one, other)) : "";
  };
  return { rows: along, columns: along, value, shown };
}

const byCount = (graph, themes) => [...themes].sort((one, other) => degreeOf(graph, other) - degreeOf(graph, one) || one - other);

/** Themes that are found together stand together, so that blocks show; within a block the most found come first. */
function together(themes) {
  const block = (theme) => (communityOf(theme) >= 0 ? communityOf(theme) : 100 + groupOf(theme));
  return themes.map((theme, n) => [block(theme), n, theme]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , theme]) => theme);
}

/** How much any two of them share, counted when first asked for. */
function sharesOf(graph, nodes) {
  const sets = new Map(nodes.map((node) => [node, null]));
  const of = (node) => {
    if (!sets.get(node)) sets.set(node, new Set(linkedWith(graph, node)));
    return sets.get(node);
  };
  return (one, other) => {
    let both = 0;
    const set = of(other);
    for (const node of of(one)) if (set.has(node)) both++;
    return both;
  };
}

function valueOf(graph, now, one, other, both) {
  const { first, second } = figures(graph, one, other, both);
  return measured(graph.total >= FEW ? now.by : "count", both, first, second, graph.total);
}

export function showMatrix(context) {
  const { now } = context;
  if (page.of !== now.of) Object.assign(page, { of: now.of, column: 0, row: 0 });
  const whole = matrixOf(context);
  page.row = Math.min(page.row, Math.max(whole.rows.length - 1, 0));
  page.column = Math.min(page.column, Math.max(whole.columns.length - 1, 0));
  const rows = whole.rows.slice(page.row, page.row + MOST_ROWS[now.of]);
  const columns = whole.columns.slice(page.column, page.column + MOST_COLUMNS[now.of]);
  const what = {
    both: "Which review raises which theme: the number is how many passages say so.",
    themes: "How often two themes stand in the same review. Themes found together stand together.",
    reviews: "How many themes two reviews share.",
  }[now.of];
  byId("matrix").replaceChildren(...[
    element("p", { class: "quiet" }, `${what} Choose a number to read the words.`),
    pager(context, whole), grid(context, whole, rows, columns), element("p", { class: "quiet" }, denominator(context)),
  ].filter(Boolean));
  byId("matrix").querySelector("td [tabindex]")?.setAttribute("tabindex", "0");
}

function pager(context, whole) {
  const { of } = context.now;
  const steps = [["row", whole.rows.length, MOST_ROWS[of], "rows"], ["column", whole.columns.length, MOST_COLUMNS[of], "columns"]];
  const turns = steps.filter(([, total, most]) => total > most).map(([key, total, most, name]) => {
    const turn = (by) => () => {
      page[key] = Math.min(Math.max(page[key] + by, 0), total - 1);
      showMatrix(context);
      byId("matrix").querySelector(`[data-turn="${key} ${Math.sign(by)}"]`)?.focus();
    };
    return element("span", { class: "pager", role: "group", "aria-label": `Which ${name} are shown` },
      button("◀", turn(-most), { "data-turn": `${key} -1`, "aria-label": `Earlier ${name}`, disabled: page[key] === 0 }),
      ` ${name} ${figure(page[key] + 1)}–${figure(Math.min(page[key] + most, total))} of ${figure(total)} `,
      button("▶", turn(most), { "data-turn": `${key} 1`, "aria-label": `Later ${name}`, disabled: page[key] + most >= total }));
  });
  return turns.length ? element("p", { class: "pagers" }, turns) : null;
}

function grid(context, whole, rows, columns) {
  const { now } = context;
  const values = rows.map((row) => columns.map((column) => whole.value(row, column)));
  const most = Math.max(1e-9, ...values.flat());
  const heads = columns.map((column) => element("th", { scope: "col", class: "across" }, element("span", {}, linkTo(labelOf(column), column))));
  const body = rows.map((row, r) => element("tr", {},
    element("th", { scope: "row" }, element("span", { class: "row-name" }, mark(row, now.colour), linkTo(labelOf(row), row))),
    columns.map((column, c) => gridCell(whole, row, column, values[r][c], most)),
    now.of === "both" ? element("td", { class: "figures total" }, figure(degreeOf(context.graph, row))) : null));
  const table = element("table", { class: `matrix ${now.of}` },
    element("caption", { class: "unseen" }, `Matrix: ${counted(rows.length, "row")}, ${counted(columns.length, "column")}`),
    element("thead", {}, element("tr", {}, element("th", { scope: "col" }, rows.length && !isTheme(rows[0]) ? "Review" : "Theme"), heads,
      now.of === "both" ? element("th", { scope: "col" }, "Reviews") : null)),
    element("tbody", {}, body));
  table.addEventListener("keydown", (event) => move(table, event));
  return element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": "Matrix" }, table);
}

function gridCell(whole, row, column, value, most) {
  const shown = whole.shown(row, column);
  if (!shown || row === column) return element("td", { class: row === column ? "self" : undefined }, shown);
  const shade = Math.min(Math.ceil((SHADES * value) / most), SHADES);
  const label = `${labelOf(row)} and ${labelOf(column)}: ${shown}`;
  return element("td", { class: `shade-${shade}` }, element("a", { href: choosing(Math.min(row, column), Math.max(row, column)), tabindex: "-1", "aria-label": label }, shown));
}

const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Move to the next number in a direction, over the empty ones. */
function move(table, event) {
  const step = STEPS[event.key];
  const from = event.target.closest("td");
  if (!step || !from) return;
  event.preventDefault();
  let [r, c] = [from.parentElement.rowIndex, from.cellIndex];
  for (;;) {
    [r, c] = [r + step[0], c + step[1]];
    const to = table.rows[r]?.cells[c];
    if (!to) return;
    const link = to.matches("td") && to.querySelector("a");
    if (!link) continue;
    for (const other of table.querySelectorAll('td [tabindex="0"]')) other.setAttribute("tabindex", "-1");
    link.setAttribute("tabindex", "0");
    link.focus();
    return;
  }
}
