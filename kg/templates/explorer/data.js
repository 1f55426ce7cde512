// What the page knows, as columns. Reviews are the nodes 0 to R-1, themes the nodes from R; a link is one quote: an
// item of a review that names a theme. Columns whose values are all the same are written as that value.

import { byId } from "./dom.js";

export const data = JSON.parse(byId("data").textContent);

export const R = data.reviews.id.length;
export const T = data.themes.id.length;
export const FEW = data.few; // reviews: below, counts are all that is shown

/** A value of a column, which may be one value for all. */
export const cell = (column, n) => (Array.isArray(column) ? column[n] : column);

export const isTheme = (node) => node >= R;
export const labelOf = (node) => (isTheme(node) ? data.themes.label[node - R] : data.reviews.label[node]);
export const titleOf = (review) => data.reviews.title[review];
export const documentOf = (review) => data.documents[cell(data.reviews.document, review)] ?? "";
export const groupOf = (theme) => data.themes.group[theme - R];
export const groupName = (theme) => data.groups[groupOf(theme)];
export const definitionOf = (theme) => data.themes.definition[theme - R];
export const communityOf = (theme) => cell(data.themes.community, theme - R);
export const pageOf = (node) => (isTheme(node) ? data.themes.page?.[node - R] : data.reviews.page?.[node]);

/** The addresses that a document prints for a review; only those of the web, whatever else it prints. */
export const linksOf = (review) => {
  const printed = data.reviews.links[review] ?? [];
  return printed.filter((address) => /^https?:\/\//i.test(address));
};

// The address after `#` holds the last part of an IRI; the whole would not fit a message.
export const localOf = (node) => (isTheme(node) ? data.themes.id[node - R] : data.reviews.id[node]);
const byLocal = new Map(Array.from({ length: R + T }, (_, node) => [localOf(node), node]));
export const nodeOf = (name) => byLocal.get(name);
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
const linkCounts = data.links.count;
export const linkStart = starts(Array.isArray(linkCounts) ? linkCounts : new Array(itemReview.length).fill(linkCounts)); // of each item
export const L = linkStart[itemReview.length];
export const linkItem = filledBy(linkStart, new Int32Array(L));
const typed = (Kind, column) => (Array.isArray(column) ? Kind.from(column) : new Kind(L).fill(column));
export const linkTheme = typed(Int32Array, data.links.theme); // without R
export const linkStatus = typed(Uint8Array, data.links.status);
export const linkConfidence = typed(Int8Array, data.links.confidence);
export const firstLink = (review) => linkStart[itemStart[review]];
export const lastLink = (review) => linkStart[itemStart[review + 1]];

export const itemText = (item) => data.items.text[item];
export const isLearning = (item) => data.items.kind[item] === "l";
export const itemName = (item) => `${isLearning(item) ? "Learning point" : "Recommendation"} ${data.items.position[item]}`;

/** Who an item is addressed to, as numbers of `data.items.addressees`. */
export function addresseesOf(item) {
  const to = cell(data.items.to, item);
  return Array.isArray(to) ? to : to < 0 ? [] : [to];
}

/** The words of an item that name the theme: where they stand in it, or the words themselves. */
export function wordsOf(link) {
  const words = cell(data.links.words, link);
  if (typeof words === "string") return words;
  const start = Math.floor(words / 1000);
  return itemText(linkItem[link]).slice(start, start + (words % 1000));
}

/** What is stated of a review: name, value, and whether it is stated as possible only. */
export function factsOf(review) {
  const row = data.facts.rows[review];
  const told = [];
  for (let n = 0; n < row.length; n += 3) {
    told.push({ name: data.facts.texts[row[n]], value: data.facts.texts[row[n + 1]], hedged: row[n + 2] === 1 });
  }
  return told;
}
