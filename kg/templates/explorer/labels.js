// Which labels are shown and where: the most important first, none over another, none cut by the edge of the picture.

import { R, isTheme } from "./data.js";
import { degreeOf } from "./graph.js";
import { SIDES, linesOf } from "./layout.js";
import { textWidth } from "./text.js";
import { CHOSEN, DIM, NEAR, PLAIN } from "./scene.js";

const GAP = 3;
const APART = 5; // pixels between labels side by side, or two names read as one
const SMALLEST = 11; // pixels
const SMALLEST_RESERVED = 9.4;
const ROOM = { few: 5200, many: 9000 }; // square pixels of the picture for each label
const ALWAYS = 24; // labels, however small the picture
const SIDES_ROUND = ["below", "right", "left", "above", "below right", "below left", "above right", "above left"];

/** How much bigger than laid out marks are at a scale: less than the space between them, so that labels find room. */
export const markScale = (scale) => (scale <= 1 ? scale ** 0.8 : Math.sqrt(scale));

/** How much bigger than laid out text is; where room was kept for it, it may be a little smaller than elsewhere. */
export function fontScale(scale, font, reserved = false) {
  if (reserved && scale <= 1 && scale * font >= SMALLEST_RESERVED) return scale;
  return scale <= 1 ? Math.max(scale, SMALLEST / font) : Math.min(scale ** 0.35, 1.5);
}

/** How much bigger a card is: never so much that it would cover the next. */
export const cardScale = (scale) => (scale <= 1 ? Math.max(scale, 0.7) : Math.min(scale ** 0.35, 1.5));

/** The size of a mark on the screen; a card keeps its name inside. */
export function markSize(scene, n, scale) {
  const { layout, node } = scene;
  const grow = SIDES[layout.side[node[n]]] === "in" ? cardScale(scale) : scene.ring && scale < 1 ? scale : markScale(scale);
  const least = isTheme(node[n]) ? 3 : 2.5;
  return [Math.max(scene.width[n] * grow, least), Math.max(scene.height[n] * grow, least)];
}

/**
 * Labels in the order drawn.
 * @returns {{n: number, lines: string[], left: number, top: number, right: number, bottom: number, align: string,
 *   font: number, weight: string}[]}
 */
export function placeLabels(scene, graph, at, size) {
  const seen = inSight(scene, at, size);
  const room = size.width * size.height;
  const most = Math.max(Math.min(ALWAYS, room / 4500), room / (seen.length > 120 ? ROOM.many : ROOM.few));
  const taken = seen.filter((n) => solid(scene, n)).map((n) => boxOf(scene, n, at));
  const labels = [];
  const order = wanting(scene, graph, seen);
  const leading = new Set(order.filter((n) => isTheme(scene.node[n])).slice(0, ALWAYS));
  for (const n of order) {
    if (labels.length >= most && scene.lit[n] < NEAR && scene.layout.room[scene.node[n]] === 0) break;
    const label = labelFor(scene, graph, n, at, size, taken, leading);
    if (!label) continue;
    taken.push(label);
    labels.push(label);
  }
  return labels;
}

function inSight(scene, { x, y }, { width, height }) {
  const seen = [];
  for (let n = 0; n < scene.node.length; n++) if (x[n] > -20 && y[n] > -20 && x[n] < width + 20 && y[n] < height + 20) seen.push(n);
  return seen;
}

/** Labels keep clear of themes and cards; of the small squares only where something stands out. */
const solid = (scene, n) => isTheme(scene.node[n]) || SIDES[scene.layout.side[scene.node[n]]] === "in" || scene.lit[n] > PLAIN;

function wanting(scene, graph, seen) {
  const quiet = scene.crowded && scene.of === "both";
  const wants = seen.filter((n) => {
    const node = scene.node[n];
    if (SIDES[scene.layout.side[node]] === "in") return false;
    if (scene.anyLit && scene.lit[n] === DIM && (scene.crowded || seen.length > 120)) return false;
    return isTheme(node) || scene.lit[n] > PLAIN || !quiet || seen.length < 60;
  });
  const rank = (n) => scene.lit[n] * 1e6 + (isTheme(scene.node[n]) ? 10 : 1) * degreeOf(graph, scene.node[n]);
  return wants.map((n) => [rank(n), n]).sort((a, b) => b[0] - a[0] || a[1] - b[1]).map(([, n]) => n);
}

function boxOf(scene, n, at) {
  const [width, height] = markSize(scene, n, at.scale);
  return { n, left: at.x[n] - width / 2, right: at.x[n] + width / 2, top: at.y[n] - height / 2, bottom: at.y[n] + height / 2 };
}

function labelFor(scene, graph, n, at, size, taken, leading) {
  const { layout, node } = scene;
  const lines = linesOf(layout, node[n]);
  const planned = layout.font[node[n]] || 12;
  const grow = fontScale(at.scale, planned, layout.room[node[n]] > 0);
  const font = planned * grow;
  const weight = scene.lit[n] === CHOSEN || (isTheme(node[n]) && R <= 40 && degreeOf(graph, node[n]) > 2) ? "600" : "400";
  const reserved = layout.room[node[n]] * grow;
  const width = Math.min(Math.max(...lines.map((line) => textWidth(line, font, weight))), reserved || Infinity);
  const height = lines.length * font * 1.2;
  const first = SIDES[layout.side[node[n]]] === "free" ? "below" : SIDES[layout.side[node[n]]];
  const sides = first === "below" ? SIDES_ROUND : scene.layout.star ? [first, "below", "above"] : [first];
  const frame = frameFor(at, n, size);
  const boxes = sides.map((side) => ({ n, lines, font, weight, ...inward(beside(scene, n, at, side, width, height), frame) }));
  const inside = boxes.filter((box) => within(box, frame));
  const free = inside.find((box) => !taken.some((other) => other.n !== n && overlap(box, other)));
  return free ?? (leading.has(n) ? overLesser(inside, taken, leading) : null) ?? (scene.lit[n] === CHOSEN ? boxes[0] : null);
}

/** The place for the label of a leading theme that covers fewest marks of lesser themes, and neither a label nor a peer. */
function overLesser(boxes, taken, leading) {
  const covered = (box) => taken.filter((other) => other.n !== box.n && overlap(box, other));
  const possible = boxes.map((box) => [covered(box), box]).filter(([under]) => !under.some((other) => other.lines || leading.has(other.n)));
  return possible.sort((a, b) => a[0].length - b[0].length)[0]?.[1] ?? null;
}

/** Where a label stands beside a mark: on one of its sides, or below or above it and to one side. */
function beside(scene, n, at, side, width, height) {
  const [across, down] = markSize(scene, n, at.scale).map((length) => length / 2 + GAP);
  const [upright, sideways] = [side.match(/below|above/)?.[0], side.match(/right|left/)?.[0]];
  const from = upright && sideways ? -across + GAP : across; // to one side of the middle, or clear of the mark
  const left = { right: at.x[n] + from, left: at.x[n] - from - width }[sideways] ?? at.x[n] - width / 2;
  const top = { below: at.y[n] + down, above: at.y[n] - down - height }[upright] ?? at.y[n] - height / 2;
  return { left, top, right: left + width, bottom: top + height, align: { right: "left", left: "right" }[sideways] ?? "center" };
}

/** A label over or under its mark may stand a little aside, if the edge of the picture would cut it. */
function inward(box, frame) {
  if (box.align !== "center") return box;
  const most = (box.right - box.left) / 2;
  const by = Math.min(Math.max(frame.left + 1 - box.left, 0), most) - Math.min(Math.max(box.right - frame.right + 1, 0), most);
  return { ...box, left: box.left + by, right: box.right + by };
}

/** A label of what is in sight stays in sight; around it there is more of the picture than is seen. */
function frameFor(at, n, { width, height, margin = 0 }) {
  const [across, down] = [width * margin, height * margin];
  const sees = at.x[n] > across && at.x[n] < width - across && at.y[n] > down && at.y[n] < height - down;
  return sees ? { left: across, top: down, right: width - across, bottom: height - down } : { left: 0, top: 0, right: width, bottom: height };
}

const within = (box, frame) => box.left > frame.left && box.top > frame.top && box.right < frame.right && box.bottom < frame.bottom;

/** Whether a label is over another label or a mark, or too near another label. */
function overlap(label, other) {
  const apart = other.lines ? APART : 0;
  return label.left < other.right + apart && other.left < label.right + apart && label.top < other.bottom && other.top < label.bottom;
}
