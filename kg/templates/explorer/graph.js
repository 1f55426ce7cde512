// The graph of what remains: which review names which theme, which themes share reviews, which reviews share themes.

import { FEW, R, T, firstLink, lastLink, linkItem, linkTheme } from "./data.js";
import { association, jaccard, lift } from "./measures.js";

const ALL_UP_TO = 12; // reviews: so few are linked to each other wherever they share a theme

/** Reviews with their themes and themes with their reviews, from the quotes that remain; `weight` counts items. */
export function graphOf({ reviewOn, linkOn, total }) {
  const start = new Int32Array(R + 1);
  const theme = [];
  const weight = [];
  const count = new Int32Array(T);
  const seenIn = new Int32Array(T).fill(-1);
  const entry = new Int32Array(T);
  const lastItem = new Int32Array(T).fill(-1);
  for (let review = 0; review < R; review++) {
    for (let link = firstLink(review); link < lastLink(review); link++) {
      if (!linkOn[link]) continue;
      const named = linkTheme[link];
      if (seenIn[named] !== review) {
        seenIn[named] = review;
        entry[named] = theme.length;
        theme.push(named);
        weight.push(1);
        count[named]++;
      } else if (lastItem[named] !== linkItem[link]) weight[entry[named]]++;
      lastItem[named] = linkItem[link];
    }
    start[review + 1] = theme.length;
  }
  const graph = { reviewOn, total, start, theme: Int32Array.from(theme), weight: Uint16Array.from(weight), count };
  return { ...graph, ...inverse(graph), memo: new Map() };
}

function inverse({ start, theme, count }) {
  const themeStart = new Int32Array(T + 1);
  for (let n = 0; n < T; n++) themeStart[n + 1] = themeStart[n] + count[n];
  const at = themeStart.slice();
  const review = new Int32Array(theme.length);
  for (let n = 0; n < R; n++) for (let e = start[n]; e < start[n + 1]; e++) review[at[theme[e]]++] = n;
  return { themeStart, review };
}

/** The themes of a review, or the reviews of a theme, as nodes. */
export function linkedWith(graph, node) {
  if (node < R) return Array.from(graph.theme.subarray(graph.start[node], graph.start[node + 1]), (theme) => theme + R);
  return Array.from(graph.review.subarray(graph.themeStart[node - R], graph.themeStart[node - R + 1]));
}

export const degreeOf = (graph, node) => (node < R ? graph.start[node + 1] - graph.start[node] : graph.count[node - R]);
export const hasNode = (graph, node) => (node < R ? graph.reviewOn[node] === 1 : graph.count[node - R] > 0);

/** How many items of a review name a theme. */
export function weightOf(graph, review, theme) {
  for (let e = graph.start[review]; e < graph.start[review + 1]; e++) if (graph.theme[e] === theme - R) return graph.weight[e];
  return 0;
}

/** For two nodes of a kind, what they share, as nodes. */
export function sharedBy(graph, one, other) {
  const others = new Set(linkedWith(graph, other));
  return linkedWith(graph, one).filter((node) => others.has(node));
}

// Counting in one array that is kept clean is many times quicker than in a new map for each node.
const tally = new Int32Array(R + T);

/** Call back with each other node of a kind that shares something, and how much. */
function sharing(graph, node, each) {
  const [start, list, back, others, shift] = node < R
    ? [graph.start, graph.theme, graph.themeStart, graph.review, 0]
    : [graph.themeStart, graph.review, graph.start, graph.theme, R];
  const own = node - shift;
  const met = [];
  for (let e = start[own]; e < start[own + 1]; e++) {
    for (let at = back[list[e]]; at < back[list[e] + 1]; at++) {
      const other = others[at];
      if (tally[other]++ === 0) met.push(other);
    }
  }
  for (const other of met) {
    const both = tally[other];
    tally[other] = 0;
    if (other !== own) each(other + shift, both);
  }
}

/** What a link is ranked by: counts below forty reviews, the shrunken NPMI above; never counts among many. */
function ranked(graph, one, other, both) {
  const [first, second] = [degreeOf(graph, one), degreeOf(graph, other)];
  if (one < R) return { other, both, rank: jaccard(both, first, second), second: both };
  return graph.total >= FEW
    ? { other, both, rank: association(both, first, second, graph.total), second: both }
    : { other, both, rank: both, second: jaccard(both, first, second) };
}

const better = (a, b) => b.rank - a.rank || b.second - a.second || a.other - b.other;

/** Others of the same kind, those first that it goes with most. */
export function alike(graph, node) {
  const found = [];
  sharing(graph, node, (other, both) => found.push(ranked(graph, node, other, both)));
  return found.sort(better);
}

/** The best few of them; nothing is made of the many that are not. */
function best(graph, node, most, least) {
  const kept = [];
  const byShare = node < R;
  const first = degreeOf(graph, node);
  sharing(graph, node, (other, both) => {
    if (both < least) return;
    const full = kept.length === most;
    // The share of what either has is quick to reckon, and decides most cases among thousands of reviews.
    if (full && byShare && both / (first + graph.start[other + 1] - graph.start[other] - both) < kept[most - 1].rank) return;
    const one = ranked(graph, node, other, both);
    if (full && better(kept[most - 1], one) < 0) return;
    kept.splice(kept.findLastIndex((each) => better(each, one) < 0) + 1, 0, one);
    if (kept.length > most) kept.pop();
  });
  return kept;
}

/**
 * The links that are drawn: of themes or reviews, the `most` best of either end; of both, every one.
 * @returns {{from: number[], to: number[], both: number[]}}
 */
export function linksOfView(graph, of, most) {
  const key = `${of} ${of === "both" ? "" : most}`;
  if (!graph.memo.has(key)) graph.memo.set(key, of === "both" ? named(graph) : strongest(graph, of, most));
  return graph.memo.get(key);
}

function named(graph) {
  const made = { from: [], to: [], both: [] };
  for (let review = 0; review < R; review++) {
    for (let e = graph.start[review]; e < graph.start[review + 1]; e++) {
      made.from.push(review);
      made.to.push(graph.theme[e] + R);
      made.both.push(graph.weight[e]);
    }
  }
  return made;
}

/** Whether so few are in question that every line is drawn. */
export const drawsEvery = (graph, of) => of === "reviews" && graph.total <= ALL_UP_TO;

function strongest(graph, of, most) {
  const [first, last] = of === "themes" ? [R, R + T] : [0, R];
  const least = of === "themes" ? 2 : 1; // two themes in one review alone are no pattern
  const every = drawsEvery(graph, of);
  const made = { from: [], to: [], both: [] };
  const seen = new Set();
  for (let node = first; node < last; node++) {
    if (!hasNode(graph, node)) continue;
    for (const { other, both } of best(graph, node, every ? R : most, least)) {
      const [from, to] = node < other ? [node, other] : [other, node];
      const pair = from * (R + T) + to;
      if (seen.has(pair)) continue;
      seen.add(pair);
      made.from.push(from);
      made.to.push(to);
      made.both.push(both);
    }
  }
  return made;
}

/** For each node of a view, those that a line joins it with. */
export function adjacency(graph, of, most) {
  const key = `next ${of} ${most}`;
  if (!graph.memo.has(key)) {
    const { from, to } = linksOfView(graph, of, most);
    const next = new Map();
    const add = (one, other) => (next.has(one) ? next.get(one).push(other) : next.set(one, [other]));
    from.forEach((one, n) => {
      add(one, to[n]);
      add(to[n], one);
    });
    graph.memo.set(key, next);
  }
  return graph.memo.get(key);
}

/** How many steps away each node within `depth` steps is, the nearest first. @returns {Map<number, number>} */
export function around(next, node, depth) {
  const far = new Map([[node, 0]]);
  for (const each of far.keys()) {
    if (far.get(each) === depth) continue;
    for (const other of next.get(each) ?? []) if (!far.has(other)) far.set(other, far.get(each) + 1);
  }
  return far;
}

/** A shortest way between two nodes, by the least common nodes among the shortest; nothing if there is none. */
export function pathBetween(graph, next, one, other) {
  const cost = new Map([[one, [0, 0]]]);
  const from = new Map();
  let edge = [one];
  while (edge.length && !cost.has(other)) {
    const reached = new Map();
    for (const node of edge) {
      for (const to of next.get(node) ?? []) {
        if (cost.has(to)) continue;
        const price = cost.get(node)[1] + degreeOf(graph, to);
        if (!reached.has(to) || price < reached.get(to)[0]) reached.set(to, [price, node]);
      }
    }
    for (const [to, [price, node]] of reached) {
      cost.set(to, [cost.get(node)[0] + 1, price]);
      from.set(to, node);
    }
    edge = [...reached.keys()];
  }
  if (!cost.has(other)) return [];
  const way = [other];
  while (way[0] !== one) way.unshift(from.get(way[0]));
  return way;
}

/** Jaccard, lift and count of two nodes of a kind. */
export function figures(graph, one, other, both) {
  const [first, second] = [degreeOf(graph, one), degreeOf(graph, other)];
  const total = one < R ? T : graph.total;
  return { both, first, second, jaccard: jaccard(both, first, second), lift: lift(both, first, second, total) };
}
