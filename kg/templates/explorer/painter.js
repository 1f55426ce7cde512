// The picture: lines, marks, labels, in this order, with any pen. What is not lit steps back but stays legible.

import { isTheme } from "./data.js";
import { degreeOf } from "./graph.js";
import { SIDES, linesOf } from "./layout.js";
import { cardScale, markSize, placeLabels } from "./labels.js";
import { roomIn, styleOf } from "./marks.js";
import { CHOSEN, DIM, PLAIN } from "./scene.js";

/** Where the scene's nodes stand on the screen. */
export function projected(scene, camera, { width, height }) {
  const { x, y, scale } = camera;
  const across = new Float32Array(scene.node.length);
  const down = new Float32Array(scene.node.length);
  for (let n = 0; n < scene.node.length; n++) {
    across[n] = (scene.x[n] - x) * scale + width / 2;
    down[n] = (scene.y[n] - y) * scale + height / 2;
  }
  return { x: across, y: down, scale };
}

/** Draw it all; tells which labels were drawn where. */
export function paint(pen, scene, graph, look, at, size) {
  pen.background(size.width, size.height, look.page);
  paintLines(pen, scene, look, at);
  paintMarks(pen, scene, graph, look, at, size);
  const labels = placeLabels(scene, graph, at, size);
  for (const label of labels) paintLabel(pen, scene, look, label);
  if (scene.of === "reviews" && !scene.crowded && scene.node.length <= 12) paintCounts(pen, scene, look, at);
  return labels;
}

/** How thick a line is, by what is counted. */
function thickness(scene, n, most) {
  if (scene.of === "both") return Math.min(0.8 + 0.55 * (scene.both[n] - 1), 4);
  return 0.8 + 3 * (scene.value[n] / most);
}

function quietness(scene) {
  const count = scene.from.length;
  return count > 20000 ? 0.02 : count > 4000 ? 0.035 : count > 800 ? 0.14 : count > 300 ? 0.3 : 0.42;
}

/** Lines of a kind are drawn in one go: ten thousand strokes of one line each would take a second. */
function paintLines(pen, scene, look, at) {
  const batches = new Map();
  const most = scene.value.reduce((top, value) => Math.max(top, value), 1e-9);
  for (let n = 0; n < scene.from.length; n++) {
    const width = Math.round(thickness(scene, n, most) * 2) / 2 + (scene.on[n] ? 1 : 0);
    const key = (scene.on[n] ? 1000 : 0) + width;
    if (!batches.has(key)) batches.set(key, []);
    const [one, two] = [scene.from[n], scene.to[n]];
    batches.get(key).push(at.x[one], at.y[one], at.x[two], at.y[two]);
  }
  const alpha = quietness(scene) * (scene.anyLit ? 0.35 : 1);
  const many = scene.on.reduce((sum, on) => sum + on, 0) > 40; // so many lines from one mark would be a blot
  for (const [key, ends] of [...batches].sort(([one], [two]) => one - two)) {
    const on = key >= 1000;
    pen.lines(ends, on ? look.accent : look.edge, on ? (many ? 1 : key - 1000) : key, on ? (many ? 0.4 : 0.95) : alpha);
  }
}

function paintMarks(pen, scene, graph, look, at, size) {
  const small = { [DIM]: [], [PLAIN]: [], above: [] };
  for (let n = 0; n < scene.node.length; n++) {
    if (at.x[n] < -60 || at.y[n] < -60 || at.x[n] > size.width + 60 || at.y[n] > size.height + 60) continue;
    if (isTheme(scene.node[n]) || SIDES[scene.layout.side[scene.node[n]]] === "in") continue;
    (small[scene.lit[n]] ?? small.above).push(at.x[n], at.y[n]);
  }
  const side = Math.max(8 * Math.min(at.scale, 1.2), 2.5);
  const quiet = scene.crowded && scene.of === "both" ? 0.4 : 0.75;
  pen.squares(small[DIM], side, look.review, 0.16);
  pen.squares(small[PLAIN], side, look.review, quiet);
  pen.squares(small.above, side + 2, look.review, 1);
  for (const lit of [DIM, PLAIN, 2, CHOSEN]) {
    for (let n = 0; n < scene.node.length; n++) {
      if (scene.lit[n] !== lit || at.x[n] < -90 || at.y[n] < -90 || at.x[n] > size.width + 90 || at.y[n] > size.height + 90) continue;
      if (isTheme(scene.node[n])) paintTheme(pen, scene, graph, look, at, n);
      else if (SIDES[scene.layout.side[scene.node[n]]] === "in") paintCard(pen, scene, look, at, n);
      else if (lit === CHOSEN) pen.box(at.x[n] - side, at.y[n] - side, 2 * side, 2 * side, look.review, look.accent, 3);
    }
  }
}

function paintTheme(pen, scene, graph, look, at, n) {
  const node = scene.node[n];
  const style = styleOf(node, scene.colour);
  const radius = markSize(scene, n, at.scale)[0] / 2;
  const dim = scene.lit[n] === DIM;
  if (scene.lit[n] === CHOSEN) pen.mark(style, at.x[n], at.y[n], radius + 5, null, look.accent, 3, 1);
  pen.mark(style, at.x[n], at.y[n], radius, look.page, null, 0, 1); // no line shows through a mark that is dimmed
  pen.mark(style, at.x[n], at.y[n], radius, look.groups[style], look.outline, radius < 5 ? 0.8 : 1.2, dim ? 0.3 : 1);
  const count = degreeOf(graph, node);
  if (count < 2 || radius < 8) return;
  const { room, down } = roomIn(style);
  const font = Math.min(12, (radius * room) / Math.max(String(count).length * 0.62, 1));
  if (font < 8) return;
  pen.text([String(count)], at.x[n], at.y[n] + radius * down, { font, weight: "600", colour: dim ? look.ink : look.onGroups[style], alpha: dim ? 0.55 : 1 });
}

function paintCard(pen, scene, look, at, n) {
  const [width, height] = markSize(scene, n, at.scale);
  const node = scene.node[n];
  const font = scene.layout.font[node] * cardScale(at.scale);
  const dim = scene.lit[n] === DIM;
  const [left, top] = [at.x[n] - width / 2, at.y[n] - height / 2];
  if (scene.lit[n] === CHOSEN) pen.box(left - 4, top - 4, width + 8, height + 8, look.page, look.accent, 3, 1, 8);
  pen.box(left, top, width, height, look.page, null, 0);
  pen.box(left, top, width, height, look.review, null, 0, dim ? 0.16 : 1);
  pen.text(linesOf(scene.layout, node), at.x[n], at.y[n],
    { font, weight: "600", colour: dim ? look.quiet : look["on-review"], most: width - 10 });
  if (scene.own.get(node)) {
    pen.text([`+ ${scene.own.get(node)} more`], at.x[n], top + height + font * 0.8,
      { font: Math.max(font * 0.85, 10), colour: look.quiet, halo: look.page, alpha: dim ? 0.6 : 1 });
  }
}

function paintLabel(pen, scene, look, { n, lines, left, top, right, bottom, align, font, weight }) {
  const x = { left, right }[align] ?? (left + right) / 2;
  const dim = scene.lit[n] === DIM;
  pen.text(lines, x, (top + bottom) / 2,
    { font, weight, align, colour: dim ? look.quiet : look.ink, halo: look.page, most: right - left + 1, alpha: dim ? 0.75 : 1 });
}

/** How many themes two reviews share, on the line between them. */
function paintCounts(pen, scene, look, at) {
  for (let n = 0; n < scene.from.length; n++) {
    if (scene.anyLit && !scene.on[n]) continue;
    const [one, two] = [scene.from[n], scene.to[n]];
    const [x, y] = [at.x[one] * 0.62 + at.x[two] * 0.38, at.y[one] * 0.62 + at.y[two] * 0.38];
    pen.text([String(scene.both[n])], x, y, { font: 12, weight: "600", colour: look.ink, halo: look.page });
  }
}
