// The words behind a node or a line: items with what names a theme marked in them.

import {
  R, firstLink, isLearning, itemName, itemText, labelOf, lastLink, linkConfidence, linkItem, linkStatus, linkTheme,
  summaryOf, wordsOf,
} from "./data.js";
import { element, marked } from "./dom.js";
import { linkTo, mark, more } from "./lists.js";

export const AT_ONCE = 20; // reviews whose quotes are listed before "more" is asked for
const SUGGESTED = 2;

/** A review's items that name one of these themes: each once, with the words that name them. */
export function passages(context, review, themes) {
  const wanted = new Set(themes.map((theme) => theme - R));
  const found = new Map();
  for (let link = firstLink(review); link < lastLink(review); link++) {
    if (!context.filter.linkOn[link] || !wanted.has(linkTheme[link])) continue;
    const item = linkItem[link];
    if (!found.has(item)) found.set(item, { item, words: [], themes: new Set(), links: [] });
    const passage = found.get(item);
    passage.words.push(wordsOf(link));
    passage.themes.add(linkTheme[link] + R);
    passage.links.push(link);
  }
  return [...found.values()];
}

export function quoted({ item, words, themes = new Set(), links = [] }, note = []) {
  const only = links.length > 0 && links.every((link) => linkStatus[link] === SUGGESTED);
  const sure = themes.size > 1 ? "" : sureness(links); // of several themes, each is told with its own
  return element("figure", { class: `${isLearning(item) ? "learning" : "recommendation"}${only ? " unsure" : ""}` },
    element("blockquote", {}, "“", ...marked(words, itemText(item)), "”"),
    element("figcaption", {}, itemName(item), sure && ` · ${sure}`, ...note));
}

/** The summary of a review with the words in it that were searched. */
export function summarised(review, words) {
  return element("figure", { class: "summary" },
    element("blockquote", {}, "“", ...marked(words, summaryOf(review)), "”"),
    element("figcaption", {}, "Summary · ", linkTo(labelOf(review), review)));
}

/** The themes of a passage, each as it is to be shown, and how surely its words name it where there are several. */
export function named({ themes, links }, shown) {
  return [...themes].flatMap((theme, n) => {
    const sure = themes.size > 1 ? sureness(links.filter((link) => linkTheme[link] + R === theme)) : "";
    return [n ? ", " : " · ", shown(theme), sure && ` (${sure})`];
  });
}

/** How surely words name one theme, where that is told. */
function sureness(links) {
  const told = links.filter((link) => linkConfidence[link] >= 0);
  if (!told.length) return "";
  const best = Math.max(...told.map((link) => linkConfidence[link]));
  const word = { 0: "stated", 1: "accepted by a person", 2: "only suggested" }[Math.min(...links.map((link) => linkStatus[link]))];
  return `${word}, confidence ${best}%`;
}

/** Quotes review by review, the first of them at once. */
export function byReview(context, reviews, tell) {
  const one = (review) => element("section", { class: "told" }, element("h4", {}, mark(review), linkTo(labelOf(review), review)), tell(review));
  const shown = element("div", {}, reviews.slice(0, AT_ONCE).map(one));
  if (reviews.length <= AT_ONCE) return shown;
  return [shown, more(shown, reviews.slice(AT_ONCE), one)];
}
