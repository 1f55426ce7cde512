// What is seen, as a file: pictures of the map or matrix, rows as CSV, the graph as GEXF. Made here, never sent anywhere.

import { FEW, groupName, isTheme, labelOf, textHere } from "./data.js";
import { framing } from "./camera.js";
import { byId } from "./dom.js";
import { degreeOf } from "./graph.js";
import { layoutOf } from "./layout.js";
import { lookNow } from "./look.js";
import { matrixOf } from "./matrix.js";
import { paint, projected } from "./painter.js";
import { CanvasPen, SvgPen } from "./pens.js";
import { denominator, lineColumns, linesShown, nameOfNode, nodeColumns, nodesShown } from "./rows.js";
import { textWidth, xmlText } from "./text.js";
import { styleOf } from "./marks.js";

const SHARP = 2; // pixels of a PNG for each of the screen
const MOST_CELLS = 60; // rows or columns of a matrix drawn as a picture

// What a spreadsheet would run as a formula, also behind blanks; numbers may begin with a sign.
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;
const SPECIAL = /[",;\r\n\t]/;

/** A cell of CSV: what would run is made text, what would break the row is quoted. */
export function csvCell(value) {
  const text = String(value);
  const safe = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return SPECIAL.test(safe) || safe.includes('"') ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csv = (rows) => `\ufeff${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;

/** The rows of what is seen, the first the names of the columns. */
export function rowsOf(context) {
  const { graph, now } = context;
  if (now.view === "matrix") {
    const { rows, columns, shown } = matrixOf(context);
    return [["", ...columns.map(labelOf)], ...rows.map((row) => [labelOf(row), ...columns.map((column) => shown(row, column))])];
  }
  const lines = linesShown(graph, now);
  const [columns, rows] = lines.length ? [lineColumns(graph, now.of), lines] : [nodeColumns(graph), nodesShown(graph, now)];
  return [columns.map(({ name }) => name), ...rows.map((row) => columns.map(({ value }) => value(row)))];
}

/** Draw what is seen with a pen. */
function draw(pen, context, map, { width, height }) {
  const look = lookNow();
  if (context.now.view === "matrix") return drawMatrix(pen, context, look, width);
  const size = { width, height };
  const camera = context.now.view === "map" && !byId("map").hidden ? map.camera : framing(map.scene, size);
  paint(pen, map.scene, context.graph, look, projected(map.scene, camera, size), size);
  return caption(pen, context, look, size);
}

function caption(pen, context, look, { width, height }) {
  pen.box(0, height, width, 26, look.page, null, 0, 1, 0);
  const words = denominator(context);
  const font = Math.min(11, (11 * (width - 24)) / textWidth(words, 11));
  pen.text([words], 12, height + 13, { font, align: "left", colour: look.quiet });
}

const NAMES = 210; // pixels for the names of rows

function matrixSize(context) {
  const { rows, columns } = matrixOf(context);
  return { width: NAMES + 44 * Math.min(columns.length, MOST_CELLS) + 20, height: 150 + 26 * Math.min(rows.length, MOST_CELLS) };
}

function drawMatrix(pen, context, look, width) {
  const { rows, columns, value, shown } = matrixOf(context);
  const [some, names] = [rows.slice(0, MOST_CELLS), columns.slice(0, MOST_CELLS)];
  const { height } = matrixSize(context);
  pen.background(width, height + 26, look.page);
  const most = Math.max(1e-9, ...some.flatMap((row) => names.map((column) => value(row, column))));
  names.forEach((column, c) => pen.text(shortened(labelOf(column), 3), NAMES + 44 * c + 22, 110, { font: 9.5, colour: look.ink }));
  some.forEach((row, r) => {
    const y = 150 + 26 * r;
    pen.text([shortened(labelOf(row), 30)[0]], NAMES - 10, y + 13, { font: 11, align: "right", colour: look.ink });
    names.forEach((column, c) => {
      const text = shown(row, column);
      if (value(row, column)) pen.box(NAMES + 44 * c, y, 43, 25, look.tint, null, 0, 0.25 + (0.75 * value(row, column)) / most, 2);
      if (text) pen.text([text], NAMES + 44 * c + 22, y + 13, { font: 11, colour: look.ink });
    });
  });
  caption(pen, context, look, { width, height });
}

/** A name in lines for a narrow column, or in one of so many letters. */
function shortened(name, most) {
  if (most > 10) return [name.length > most ? `${name.slice(0, most)}…` : name];
  const lines = name.match(/\S{1,8}/g) ?? [""];
  return lines.length > 8 ? [...lines.slice(0, 7), "…"] : lines;
}

function sizeOf(context, map) {
  if (context.now.view === "matrix") return matrixSize(context);
  const { width, height } = map.camera;
  return width > 1 && !byId("map").hidden && context.now.view === "map" ? { width, height } : { width: 1200, height: 800 };
}

function png(context, map) {
  const size = sizeOf(context, map);
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(size.width * SHARP);
  canvas.height = Math.round((size.height + 26) * SHARP);
  const drawing = canvas.getContext("2d");
  drawing.scale(SHARP, SHARP);
  draw(new CanvasPen(drawing), context, map, size);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function svg(context, map) {
  const size = sizeOf(context, map);
  const pen = new SvgPen(size.width, size.height + 26, document.title);
  draw(pen, context, map, size);
  return pen.markup();
}

const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const xml = (value) => xmlText(String(value)).replace(/[&<>"]/g, (mark) => ENTITIES[mark]);

/** The nodes and lines of a view as GEXF 1.2, with places and colours where the map has them. */
export function gexf(context, map) {
  const { graph, now } = context;
  const nodes = nodesShown(graph, now);
  const lines = linesShown(graph, now);
  const few = graph.total < FEW;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta><creator>safeguarding-kg</creator><description>${xml(denominator(context))}</description></meta>
<graph defaultedgetype="undirected" mode="static">
<attributes class="node"><attribute id="0" title="kind" type="string"/><attribute id="1" title="group" type="string"/><attribute id="2" title="links" type="integer"/></attributes>
<attributes class="edge"><attribute id="3" title="jaccard" type="double"/><attribute id="4" title="lift" type="double"/></attributes>
<nodes>
${nodes.map((node) => gexfNode(context, map, node)).join("\n")}
</nodes>
<edges>
${lines.map((line, n) => gexfEdge(line, n, few || now.of === "both")).join("\n")}
</edges>
</graph>
</gexf>
`;
}

function gexfNode({ graph, now }, map, node) {
  const layout = map.scene?.layout ?? layoutOf(now.of, "wide");
  const at = Number.isNaN(layout.x[node]) ? "" : `<viz:position x="${layout.x[node].toFixed(1)}" y="${(-layout.y[node]).toFixed(1)}" z="0"/>`;
  const kind = isTheme(node) ? "theme" : "review";
  const values = [kind, isTheme(node) ? groupName(node) : "", degreeOf(graph, node)]
    .map((value, n) => `<attvalue for="${n}" value="${xml(value)}"/>`).join("");
  const colour = isTheme(node) ? rgb(lookNow().groups[styleOf(node, now.colour)]) : rgb(lookNow().review);
  return `<node id="${xml(nameOfNode(node))}" label="${xml(labelOf(node))}"><attvalues>${values}</attvalues>${at}${colour}</node>`;
}

function rgb(colour) {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  if (!hex) return "";
  const [r, g, b] = hex.slice(1).map((part) => Number.parseInt(part, 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

function gexfEdge({ one, other, both, jaccard, lift }, n, countsOnly) {
  const values = countsOnly ? "" : `<attvalues><attvalue for="3" value="${jaccard}"/><attvalue for="4" value="${lift}"/></attvalues>`;
  return `<edge id="${n}" source="${xml(nameOfNode(one))}" target="${xml(nameOfNode(other))}" weight="${both}">${values}</edge>`;
}

const KINDS = {
  png: ["image/png", png],
  svg: ["image/svg+xml", svg],
  csv: ["text/csv;charset=utf-8", (context) => csv(rowsOf(context))],
  gexf: ["application/gexf+xml", gexf],
};

/** Hand out what is seen as a file of this kind. */
export async function download(kind, context, map) {
  const [type, make] = KINDS[kind];
  await textHere();
  const made = await make(context, map);
  const address = URL.createObjectURL(made instanceof Blob ? made : new Blob([made], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `shared-themes-${context.now.of}-${context.now.view}.${kind}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}
