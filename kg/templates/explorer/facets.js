// Which reviews and quotes remain when values are chosen, and how many reviews each value would leave: the count of a
// value follows every other facet but not its own, so that it tells what choosing it would show.

import {
  L, R, addresseesOf, cell, data, firstLink, groupOf, itemReview, lastLink, linkConfidence, linkItem, linkStatus, linkTheme,
} from "./data.js";

const NOT_STATED = "Not stated";
const BANDS = ["90% and more", "70% to 89%", "55% to 69%", "Below 55%", "Not given"];
export const STATUS = { stated: "Stated", accepted: "Accepted by a person", suggested: "Only suggested" };
const SUGGESTED = 2;

/** One value or several of each of many things, one after the other: those of thing n begin at `start[n]`. */
function packed(total, valuesOf) {
  const start = new Int32Array(total + 1);
  let values = new Int16Array(total);
  let end = 0;
  const add = (value) => {
    if (end === values.length) values = grown(values);
    values[end++] = value;
  };
  for (let n = 0; n < total; n++) {
    const of = valuesOf(n);
    if (typeof of === "number") add(of);
    else of.forEach(add);
    start[n + 1] = end;
  }
  return { start, values: values.subarray(0, end) };
}

function grown(values) {
  const more = new Int16Array(2 * values.length + 8);
  more.set(values);
  return more;
}

/** A facet of reviews; what is unknown is a value of its own, never guessed. */
function ofReviews({ key, label, values, rows }) {
  const unknown = values.length;
  const of = packed(R, (review) => {
    const row = rows[review];
    return Array.isArray(row) ? row : row < 0 ? unknown : row;
  });
  return { key, label, values: of.values.includes(unknown) ? [...values, NOT_STATED] : values, of, ofLinks: false };
}

function ofLinks(key, label, values, valuesOf, note) {
  return { key, label, values, of: packed(L, valuesOf), ofLinks: true, note };
}

function band(confidence) {
  if (confidence < 0) return 4;
  return confidence >= 90 ? 0 : confidence >= 70 ? 1 : confidence >= 55 ? 2 : 3;
}

const nobody = data.items.addressees.length;

export const FACETS = [
  ...data.facets.map(ofReviews),
  ofLinks("group", "Group of themes", data.groups, (link) => groupOf(linkTheme[link] + R)),
  ofLinks("addressee", "Addressed to", [...data.items.addressees, "Nobody named, or learning"], (link) => {
    const to = addresseesOf(linkItem[link]);
    return to.length ? to : nobody;
  }),
  ofLinks("confidence", "Confidence of a theme", BANDS, (link) => band(linkConfidence[link])),
  ofLinks("status", "Status of a theme", data.statuses.map((name) => STATUS[name]), (link) => linkStatus[link],
    "Only suggested themes count only when chosen."),
];

/**
 * What remains of reviews and quotes.
 * @param {Record<string, string[]>} chosen values of each facet, by its key
 */
export function filtered(chosen) {
  const wanted = FACETS.map((facet) => wantedOf(facet, chosen[facet.key] ?? []));
  const reviewFails = new Uint16Array(R);
  const linkFails = new Uint16Array(L);
  FACETS.forEach((facet, n) => wanted[n] && fail(facet, wanted[n], 1 << n, facet.ofLinks ? linkFails : reviewFails));
  const byLinks = FACETS.some((facet) => facet.ofLinks && chosen[facet.key]?.length);
  const named = new Uint8Array(R); // has a quote that remains
  for (let link = 0; link < L; link++) if (!linkFails[link]) named[itemReview[linkItem[link]]] = 1;
  const reviewOn = new Uint8Array(R);
  for (let review = 0; review < R; review++) reviewOn[review] = !reviewFails[review] && (!byLinks || named[review]) ? 1 : 0;
  const linkOn = new Uint8Array(L);
  for (let link = 0; link < L; link++) linkOn[link] = !linkFails[link] && reviewOn[itemReview[linkItem[link]]] ? 1 : 0;
  const counts = FACETS.map((facet, n) => {
    const others = ~(1 << n);
    return facet.ofLinks
      ? countLinks(facet, linkFails, others, reviewFails)
      : countReviews(facet, reviewFails, others, byLinks ? named : null);
  });
  return { reviewOn, linkOn, counts, total: reviewOn.reduce((sum, on) => sum + on, 0) };
}

/** Which values pass, or null where all do. */
function wantedOf(facet, names) {
  const numbers = names.map((name) => facet.values.indexOf(name)).filter((n) => n >= 0);
  if (facet.key === "status" && !numbers.length) return Uint8Array.from(facet.values, (_, n) => (n === SUGGESTED ? 0 : 1));
  return numbers.length ? Uint8Array.from(facet.values, (_, n) => (numbers.includes(n) ? 1 : 0)) : null;
}

function fail({ of }, wanted, bit, fails) {
  for (let n = 0; n < fails.length; n++) {
    let passes = false;
    for (let at = of.start[n]; at < of.start[n + 1]; at++) if (wanted[of.values[at]]) passes = true;
    if (!passes) fails[n] |= bit;
  }
}

function countReviews({ of, values }, fails, others, named) {
  const counts = new Int32Array(values.length);
  for (let review = 0; review < R; review++) {
    if (fails[review] & others || (named && !named[review])) continue;
    for (let at = of.start[review]; at < of.start[review + 1]; at++) counts[of.values[at]]++;
  }
  return counts;
}

/** Reviews with a quote of each value, each review once. */
function countLinks({ of, values }, fails, others, reviewFails) {
  const counts = new Int32Array(values.length);
  const last = new Int32Array(values.length).fill(-1);
  for (let review = 0; review < R; review++) {
    if (reviewFails[review]) continue;
    for (let link = firstLink(review); link < lastLink(review); link++) {
      if (fails[link] & others) continue;
      for (let at = of.start[link]; at < of.start[link + 1]; at++) {
        const value = of.values[at];
        if (last[value] === review) continue;
        last[value] = review;
        counts[value]++;
      }
    }
  }
  return counts;
}

/** The year of a review's incident, where it is stated as one: dates over more than one year are a value of their own. */
export function yearOf(review) {
  const years = data.facets.find(({ key }) => key === "year");
  const row = cell(years.rows, review);
  const first = Array.isArray(row) ? row[0] : row;
  return first < 0 || !/^\d+$/.test(years.values[first]) ? null : years.values[first];
}
