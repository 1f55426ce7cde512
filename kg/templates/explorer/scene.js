// What the map shows: nodes with places, lines between them, and what stands out.

import { R, T, isTheme } from "./data.js";
import { adjacency, around, degreeOf, figures, hasNode, linkedWith, linksOfView, pathBetween, sharedBy } from "./graph.js";
import { crowded, layoutOf, radiusOf, starOf } from "./layout.js";
import { measured } from "./measures.js";

const RING = 12; // reviews: so few stand round what they share, and every label has room of its own
export const [DIM, PLAIN, NEAR, CHOSEN] = [0, 1, 2, 3];

/** The nodes of a view that are in question: all that remain, a neighbourhood, or the way between two. */
export function nodesInView(graph, now) {
  if (now.depth) return [...around(adjacency(graph, now.of, now.most), now.chosen[0], now.depth).keys()];
  const kinds = { both: [0, R + T], themes: [R, R + T], reviews: [0, R] }[now.of];
  const nodes = [];
  for (let node = kinds[0]; node < kinds[1]; node++) if (hasNode(graph, node)) nodes.push(node);
  return nodes;
}

/** The way between the two chosen nodes, where it was asked for. */
export const wayOf = (graph, now) => (now.path ? pathBetween(graph, adjacency(graph, now.of, now.most), ...now.chosen) : []);

/** What stands out: nothing, or the chosen and what is near them. @returns {Map<number, number> | null} */
export function litBy(graph, now, found) {
  if (now.query) return new Map(found.map((node) => [node, NEAR]));
  if (now.path) return new Map(wayOf(graph, now).map((node) => [node, now.chosen.includes(node) ? CHOSEN : NEAR]));
  if (now.chosen.length) return aroundChosen(graph, now);
  return now.community < 0 ? null : new Map(found.map((node) => [node, NEAR]));
}

function aroundChosen(graph, now) {
  const [one, other] = now.chosen;
  const next = adjacency(graph, now.of, now.most);
  const near = other === undefined
    ? [...(next.get(one) ?? []), ...(now.of === "both" || isTheme(one) === (now.of === "themes") ? [] : linkedWith(graph, one))]
    : isTheme(one) === isTheme(other) ? sharedBy(graph, one, other) : [];
  return new Map([...near.map((node) => [node, NEAR]), ...now.chosen.map((node) => [node, CHOSEN])]);
}

/**
 * Everything that is drawn, as columns; lines join nodes by their number in the scene.
 * @typedef {{of: string, layout: object, node: Int32Array, x: Float32Array, y: Float32Array, width: Float32Array,
 *   height: Float32Array, lit: Uint8Array, from: Int32Array, to: Int32Array, both: Float32Array, value: Float32Array,
 *   on: Uint8Array, anyLit: boolean, left: number, colour: string}} Scene
 */

/** @returns {Scene} */
export function sceneOf(graph, now, tall, lit) {
  const inView = nodesInView(graph, now);
  const layout = now.depth
    ? starOf(graph, now.chosen[0], around(adjacency(graph, now.of, now.most), now.chosen[0], now.depth), tall)
    : layoutOf(now.of, tall ? "tall" : "wide");
  const nodes = inView.filter((node) => !Number.isNaN(layout.x[node]));
  const of = (column) => filled(Float32Array, nodes, (node) => column[node]);
  const sizes = (column) => filled(Float32Array, nodes, (node) =>
    isTheme(node) ? Math.min(column[node], 2 * radiusOf(degreeOf(graph, node))) : column[node]);
  return {
    of: now.of, layout, colour: now.colour, crowded: crowded && !now.depth, ring: R <= RING && !now.depth,
    node: Int32Array.from(nodes), x: of(layout.x), y: of(layout.y), width: sizes(layout.width), height: sizes(layout.height),
    lit: filled(Uint8Array, nodes, (node) => (lit ? (lit.get(node) ?? DIM) : PLAIN)),
    anyLit: lit !== null,
    left: inView.length - nodes.length,
    own: ownOf(graph, now, layout, nodes),
    ...linesOfScene(graph, now, nodes, lit),
  };
}

/** What `of` makes of each, in a column; many times quicker than the column's own `from`. */
function filled(Kind, things, of) {
  const made = new Kind(things.length);
  for (let n = 0; n < things.length; n++) made[n] = of(things[n]);
  return made;
}

/** How many themes of each card have no place on this map. */
function ownOf(graph, now, layout, nodes) {
  if (now.of !== "both" || layout.star || crowded) return new Map();
  return new Map(nodes.filter((node) => !isTheme(node)).map((review) =>
    [review, linkedWith(graph, review).filter((theme) => Number.isNaN(layout.x[theme])).length]));
}

function linesOfScene(graph, now, nodes, lit) {
  const slot = new Int32Array(R + T).fill(-1);
  nodes.forEach((node, n) => (slot[node] = n));
  const links = linksOfView(graph, now.of, now.most);
  const kept = [];
  for (let n = 0; n < links.from.length; n++) if (slot[links.from[n]] >= 0 && slot[links.to[n]] >= 0) kept.push(n);
  const way = wayOf(graph, now);
  const isOn = lineLit(now, lit, way);
  return {
    from: filled(Int32Array, kept, (n) => slot[links.from[n]]),
    to: filled(Int32Array, kept, (n) => slot[links.to[n]]),
    both: filled(Float32Array, kept, (n) => links.both[n]),
    value: filled(Float32Array, kept, (n) => valueOf(graph, now, links.from[n], links.to[n], links.both[n])),
    on: filled(Uint8Array, kept, (n) => (isOn(links.from[n], links.to[n]) ? 1 : 0)),
  };
}

function valueOf(graph, now, one, other, both) {
  if (now.of === "both" || now.by === "count") return both;
  const { first, second } = figures(graph, one, other, both);
  return measured(now.by, both, first, second, now.of === "themes" ? graph.total : T);
}

/** Which lines stand out with what is chosen. */
function lineLit(now, lit, way) {
  if (now.path) return (one, other) => way.some((node, n) => n && [one, other].includes(node) && [one, other].includes(way[n - 1]));
  if (now.community >= 0 && !now.chosen.length && !now.query) return (one, other) => lit.has(one) && lit.has(other);
  const [one, two] = now.query ? [] : now.chosen;
  if (one === undefined) return () => false;
  if (two === undefined) return (from, to) => from === one || to === one;
  return (from, to) => (lit.has(from) && lit.has(to)) && (now.chosen.includes(from) || now.chosen.includes(to));
}
