// Search over names, titles, summaries and the text of every item, with all words wanted, in any order.

import { R, T, definitionOf, documentOf, isTheme, itemReview, itemText, labelOf, summaryOf, titleOf } from "./data.js";
import { hasNode } from "./graph.js";

let items; // in small letters, made when somebody first searches
let summaries; // likewise

/** Reviews, themes, reviews by their summaries, and items, that remain and hold the words. */
export function search(query, graph) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!words.length) return { words, themes: [], reviews: [], summaries: [], items: [] };
  items ??= Array.from({ length: itemReview.length }, (_, item) => itemText(item).toLowerCase());
  summaries ??= Array.from({ length: R }, (_, review) => summaryOf(review).toLowerCase());
  const holds = (text) => words.every((word) => text.includes(word));
  const nodes = Array.from({ length: R + T }, (_, node) => node).filter((node) => hasNode(graph, node));
  return {
    words,
    themes: nodes.filter((node) => isTheme(node) && holds(`${labelOf(node)} ${definitionOf(node)}`.toLowerCase())),
    reviews: nodes.filter(
      (node) => !isTheme(node) && holds(`${labelOf(node)} ${titleOf(node)} ${documentOf(node)}`.toLowerCase()),
    ),
    summaries: nodes.filter((node) => !isTheme(node) && holds(summaries[node])),
    items: Array.from(items.keys()).filter((item) => graph.reviewOn[itemReview[item]] && holds(items[item])),
  };
}
