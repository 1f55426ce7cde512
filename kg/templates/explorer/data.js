// What the page knows, as columns. Reviews are the nodes 0 to R-1, themes the nodes from R; a link is one quote: an
// item of a review that names a theme. Columns whose values are all the same are written as that value. The text of it
// all stands after the script, where the browser may still be reading when the map is painted.

import { byId } from "./dom.js";

export const data = JSON.parse(byId("data").textContent);

export const R = data.reviews.id.length;
export const T = data.themes.id.length;
export const FEW = data.few; // reviews: below, counts are all that is shown

/** A value of a column, which may be one value for all. */
export const cell = (column, n) => (Array.isArray(column) ? column[n] : column);

export const isTheme = (node) => node >= R;
export const labelOf = (node) => (isTheme(node) ? data.themes.label[node - R] : data.reviews.label[node]);

let text; // read when somebody first reads

/** Whether the browser has come to the text. */
export const hasText = () => document.readyState !== "loading";
export const textHere = () => new Promise((done) => (hasText() ? done() : addEventListener("DOMContentLoaded", done, { once: true })));
const texts = () => (text ??= JSON.parse(byId("text").textContent));
export const titleOf = (review) => texts().title[review];
export const documentOf = (review) => texts().documents[cell(texts().document, review)] ?? "";
export const groupOf = (theme) => data.themes.group[theme - R];
export const groupName = (theme) => data.groups[groupOf(theme)];
export const definitionOf = (theme) => data.themes.definition[theme - R];
export const communityOf = (theme) => cell(data.themes.community, theme - R);
export const pageOf = (node) => (isTheme(node) ? data.themes.page?.[node - R] : data.reviews.page?.[node]);

/** The addresses that a document prints for a review; only those of the web, whatever else it prints. */
export const linksOf = (review) => {
  const printed = cell(texts().links, review) ?? [];
  return printed.filter((address) => /^https?:\/\//i.test(address));
};

// The address after `#` holds the last part of an IRI; the whole would not fit a message.
export const localOf = (node) => (isTheme(node) ? data.themes.id[node - R] : data.reviews.id[node]);
let byLocal; // made for the first address that names a node

/** The node of this name; undefined where there is none. */
export function nodeOf(name) {
  if (name === null) return undefined;
  byLocal ??= new Map(Array.from({ length: R + T }, (_, node) => [localOf(node), node]));
  return byLocal.get(name);
}
export const iriOf = (node) => (isTheme(node) ? data.themes : data.reviews).base + localOf(node);

/** Sums of counts: where the entries of each begin. */
function starts(counts) {
  const made = new Int32Array(counts.length + 1);
  for (let n = 0; n < counts.length; n++) made[n + 1] = made[n] + counts[n];
  return made;
}

const filledBy = (start, made) => {
  for (let n = 0; n + 1 < start.length; n++) made.fill(n, start[n], start[n + 1]);
  return made;
};

export const itemStart = starts(data.items.count); // of each review
export const itemReview = filledBy(itemStart, new Int32Array(itemStart[R]));
const typed = (Kind, column, length) => (Array.isArray(column) ? Kind.from(column) : new Kind(length).fill(column));
export const linkStart = starts(data.links.count); // of each item
export const L = linkStart[itemReview.length];
export const linkItem = filledBy(linkStart, new Int32Array(L));
export const linkTheme = typed(Int32Array, data.links.theme, L); // without R
export const linkStatus = typed(Uint8Array, data.links.status, L);
export const linkConfidence = typed(Int8Array, data.links.confidence, L);
export const firstLink = (review) => linkStart[itemStart[review]];
export const lastLink = (review) => linkStart[itemStart[review + 1]];

export const itemText = (item) => texts().items.text[item];
export const isLearning = (item) => texts().items.kind[item] === "l";
export const itemName = (item) => `${isLearning(item) ? "Learning point" : "Recommendation"} ${texts().items.position[item]}`;

/** Who an item is addressed to, as numbers of `data.items.addressees`. */
export function addresseesOf(item) {
  const to = cell(data.items.to, item);
  return Array.isArray(to) ? to : to < 0 ? [] : [to];
}

/** The words of an item that name the theme: where they stand in it, or the words themselves. */
export function wordsOf(link) {
  const words = cell(texts().items.words, link);
  if (typeof words === "string") return words;
  const start = Math.floor(words / 1000);
  return itemText(linkItem[link]).slice(start, start + (words % 1000));
}

export const summaryOf = (review) => cell(texts().summary, review) ?? "";

/** What is stated of a review: name, value, whether it is stated as possible only, and the words it rests on. */
export function factsOf(review) {
  const { rows, texts: told } = texts().facts;
  const row = rows[review];
  return Array.from({ length: row.length / 4 }, (_, n) => ({
    name: told[row[4 * n]], value: told[row[4 * n + 1]], hedged: row[4 * n + 2] === 1,
    words: told[row[4 * n + 3]].split("\n").filter(Boolean),
  }));
}
