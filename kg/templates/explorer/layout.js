// Where nodes stand. All of it was computed before the page was written; only the star round one node is made here.

import { R, T, cell, data, isTheme, labelOf } from "./data.js";
import { degreeOf } from "./graph.js";
import { textWidth, wrapped } from "./text.js";

export const SIDES = ["free", "in", "below", "right", "left"];
const IN = 1;
const [RIGHT, LEFT, BELOW] = [3, 4, 2];
export const CARD_FONT = 13;
const THEME_FONT = 12.5;
const CROWDED = 40; // reviews: beyond, they are quiet squares, named when they are chosen
const MOST_IN_STAR = 48;

export const crowded = R > CROWDED;

/**
 * Places by node: `x` is NaN where a node has none.
 * @typedef {{x: Float32Array, y: Float32Array, width: Float32Array, height: Float32Array, side: Uint8Array,
 *   font: Float32Array, lines: Map<number, string[]>, room: Float32Array, star: boolean, left: number}} Layout
 */

/** @returns {Layout} */
function empty() {
  const floats = () => new Float32Array(R + T);
  return {
    x: floats().fill(NaN), y: floats(), width: floats(), height: floats(), side: new Uint8Array(R + T), font: floats(),
    lines: new Map(), room: floats(), star: false, left: 0,
  };
}

const made = new Map();

/** The layout of a view for a wide or a tall screen. @returns {Layout} */
export function layoutOf(of, shape) {
  const parts = data.layout.views[of][shape];
  const key = parts.join();
  if (!made.has(key)) {
    const layout = empty();
    for (const number of parts) add(layout, data.layout.parts[number]);
    made.set(key, layout);
  }
  return made.get(key);
}

function add(layout, part) {
  part.node.forEach((node, n) => {
    layout.x[node] = part.x[n];
    layout.y[node] = part.y[n];
    for (const column of ["width", "height", "side", "font", "room"]) layout[column][node] = cell(part[column], n);
    const lines = cell(part.lines, n);
    if (lines) layout.lines.set(node, lines.split("\n"));
  });
}

/** The lines of a node's label; where no room was kept for it, broken here. */
export function linesOf(layout, node) {
  if (!layout.lines.has(node)) layout.lines.set(node, wrapped(labelOf(node), isTheme(node) ? 120 : 130, layout.font[node] || 12, 3));
  return layout.lines.get(node);
}

/** The radius of a theme's mark: its area grows with the number of reviews that name it. */
export const radiusOf = (count) => (R <= CROWDED ? 6 + 3.4 * Math.sqrt(count) : 4 + 17 * Math.sqrt(count / R));

/** A star: the node in the middle, those one step away round it, those two steps away round them. @returns {Layout} */
export function starOf(graph, middle, far, tall) {
  const layout = { ...empty(), star: true };
  const rings = [[], [], [], []];
  for (const [node, steps] of far) if (steps) rings[steps].push(node);
  const cards = far.size <= 40;
  seat(layout, graph, middle, 0, 0, true, 0);
  let [radius, room] = [0, MOST_IN_STAR];
  for (const ring of rings.slice(1)) {
    const kept = ring.slice(0, room);
    layout.left += ring.length - kept.length;
    room -= kept.length;
    radius = Math.max(radius + (radius ? 130 : 170), (kept.length * 33) / (2 * Math.PI));
    kept.forEach((node, n) => {
      const angle = (2 * Math.PI * (n + 0.5)) / kept.length - Math.PI / 2;
      const [wide, high] = tall ? [0.75, 1.15] : [1.3, 0.9];
      seat(layout, graph, node, wide * radius * Math.cos(angle), high * radius * Math.sin(angle), cards, Math.cos(angle));
    });
  }
  return layout;
}

function seat(layout, graph, node, x, y, cards, across) {
  layout.x[node] = x;
  layout.y[node] = y;
  layout.font[node] = isTheme(node) ? THEME_FONT : CARD_FONT;
  if (isTheme(node)) layout.width[node] = layout.height[node] = 2 * radiusOf(degreeOf(graph, node));
  else if (cards) card(layout, node);
  else layout.width[node] = layout.height[node] = 9;
  if (layout.side[node] !== IN) layout.side[node] = across > 0.25 ? RIGHT : across < -0.25 ? LEFT : BELOW;
}

function card(layout, node) {
  const lines = wrapped(labelOf(node), 110, CARD_FONT, 2);
  layout.lines.set(node, lines);
  layout.side[node] = IN;
  layout.width[node] = Math.max(...lines.map((line) => textWidth(line, CARD_FONT, "600"))) + 18;
  layout.height[node] = lines.length * CARD_FONT * 1.2 + 12;
}
