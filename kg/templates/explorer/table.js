// The table twin of a view: every line and every node that the map shows, to be sorted, read aloud and copied.

import { labelOf } from "./data.js";
import { button, byId, counted, element, figure } from "./dom.js";
import { linkTo } from "./lists.js";
import { denominator, lineColumns, linesShown, nodeColumns, nodesShown } from "./rows.js";

const AT_ONCE = 60;
const sorted = {}; // which column each table is sorted by, kept while the page is open

export function showTable(context) {
  const { graph, now } = context;
  const lines = linesShown(graph, now);
  const nodes = nodesShown(graph, now);
  byId("table").replaceChildren(
    element("p", { class: "quiet" }, denominator(context)),
    ...sheet(context, `lines ${now.of}`, `Lines: ${figure(lines.length)}`, lines, lineColumns(graph, now.of), (row, n) =>
      n === 0 ? linkTo(labelOf(row.one), row.one) : n === 1 ? linkTo(labelOf(row.other), row.other) : null,
    (row) => linkTo("Words", row.one, row.other)),
    ...sheet(context, "nodes", `Themes and reviews: ${figure(nodes.length)}`, nodes, nodeColumns(graph),
      (node, n) => (n === 0 ? linkTo(labelOf(node), node) : null), null));
}

function sheet(context, key, caption, rows, columns, linked, words) {
  const order = sorted[key] ?? { column: columns.findIndex(({ number }) => number), down: true };
  const ranked = [...rows].sort(by(columns[order.column], order.down));
  const body = element("tbody", {}, ranked.slice(0, AT_ONCE).map((row) => line(row, columns, linked, words)));
  const rest = ranked.length - AT_ONCE;
  const table = element("table", { "data-table": key.split(" ")[0] }, element("caption", {}, caption),
    element("thead", {}, element("tr", {}, columns.map((column, n) => header(context, key, column, n, order)),
      words ? element("th", { scope: "col" }, "Evidence") : null)), body);
  const scroller = element("div", { class: "scroller", tabindex: "0", role: "region", "aria-label": caption }, table);
  if (rest <= 0) return [scroller];
  const expand = button(`Show ${counted(rest, "more row")}`, () => {
    const more = ranked.slice(AT_ONCE).map((row) => line(row, columns, linked, words));
    body.append(...more);
    expand.remove();
    more[0].querySelector("a")?.focus(); // else whoever reads with the keyboard begins anew at the top
  }, { class: "more" });
  return [scroller, expand];
}

function header(context, key, column, n, order) {
  const now = order.column === n ? (order.down ? "descending" : "ascending") : undefined;
  const press = button(column.name, () => {
    sorted[key] = { column: n, down: order.column === n ? !order.down : column.number };
    showTable(context);
    byId("table").querySelector(`[data-sort="${key} ${n}"]`)?.focus();
  }, { "data-sort": `${key} ${n}` });
  return element("th", { scope: "col", "aria-sort": now, class: column.number ? "figures" : undefined }, press);
}

function by({ number, value }, down) {
  const sign = down ? -1 : 1;
  return (one, other) => sign * (number ? value(one) - value(other) : String(value(one)).localeCompare(String(value(other)), "en"));
}

function line(row, columns, linked, words) {
  const cells = columns.map((column, n) => {
    const shown = linked(row, n) ?? (column.number ? figure(column.value(row)) : column.value(row));
    return n === 0 ? element("th", { scope: "row" }, shown) : element("td", { class: column.number ? "figures" : undefined }, shown);
  });
  return element("tr", {}, cells, words ? element("td", {}, words(row)) : null);
}
