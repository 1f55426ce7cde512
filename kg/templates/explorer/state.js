// What is shown, kept in the address after `#`: a view can be shared, and back, forward and undo are one mechanism.

import { FEW, data, isTheme, localOf, nodeOf } from "./data.js";
import { FACETS } from "./facets.js";
import { MEASURES } from "./measures.js";

export const VIEWS = { map: "Map", matrix: "Matrix", table: "Table" };
export const GRAPHS = { both: "Reviews and themes", themes: "Themes", reviews: "Reviews" };
export const MOST_LINKS = 10;
const DEEPEST = 3;
const oneOf = (names, name, otherwise) => (Object.hasOwn(names, name ?? "") ? name : otherwise);
const within = (text, least, most, otherwise) => {
  const value = Number(text ?? NaN);
  return Number.isInteger(value) && value >= least && value <= most ? value : otherwise;
};

/** What an address says; what is not on this page is `lost`, other nonsense ignored. */
export function read(hash) {
  const said = new URLSearchParams(hash.slice(1));
  const names = [said.get("at"), said.get("with")].filter((name) => name !== null);
  const chosen = names.map((name) => nodeOf(name)).filter((node) => node !== undefined);
  const lost = names.filter((name) => nodeOf(name) === undefined);
  const facets = {};
  for (const { key, values } of FACETS) {
    const named = said.getAll(key).filter((value) => values.includes(value));
    lost.push(...said.getAll(key).filter((value) => !values.includes(value)));
    if (named.length) facets[key] = [...new Set(named)];
  }
  return {
    view: oneOf(VIEWS, said.get("view"), "map"),
    of: oneOf(GRAPHS, said.get("of"), data.of),
    chosen: chosen.length === 2 && chosen[0] === chosen[1] ? chosen.slice(0, 1) : chosen,
    depth: chosen.length === 1 ? within(said.get("depth"), 1, DEEPEST, 0) : 0,
    path: chosen.length === 2 && said.get("path") === "1",
    query: (said.get("q") ?? "").slice(0, 200),
    most: within(said.get("lines"), 1, MOST_LINKS, 3),
    by: data.reviews.id.length < FEW ? "count" : oneOf(MEASURES, said.get("by"), "count"),
    colour: said.get("colour") === "community" && data.communities.length ? "community" : "group",
    community: within(said.get("community"), 0, data.communities.length - 1, -1),
    facets,
    lost,
  };
}

let last = { hash: null, said: null };

/** What the address says now; read once, since every link asks. */
export function state() {
  if (last.hash !== location.hash) last = { hash: location.hash, said: read(location.hash) };
  return last.said;
}

/** The address of this state with these changes. */
export function address(changes) {
  const { view, of, chosen, depth, path, query, most, by, colour, community, facets } = { ...state(), ...changes };
  const said = new URLSearchParams({ view, of });
  if (chosen[0] !== undefined) said.set("at", localOf(chosen[0]));
  if (chosen[1] !== undefined) said.set("with", localOf(chosen[1]));
  if (depth && chosen.length === 1) said.set("depth", depth);
  if (path && chosen.length === 2) said.set("path", "1");
  if (query) said.set("q", query);
  if (most !== 3) said.set("lines", most);
  if (by !== "count") said.set("by", by);
  if (colour !== "group") said.set("colour", colour);
  if (community >= 0) said.set("community", community);
  for (const { key } of FACETS) for (const value of facets[key] ?? []) said.append(key, value);
  return `#${said}`;
}

const chosenOnly = { path: false, depth: 0, query: "", community: -1 };

/** The address at which these are chosen, without what only belonged to what was chosen before. */
export const choosing = (...chosen) => address({ ...chosenOnly, chosen });
/** The map that both can be seen on: a theme is not on the map of reviews. */
export const mapWith = (of, ...nodes) => (of === "both" || nodes.every((node) => isTheme(node) === (of === "themes")) ? of : "both");

export const go = (changes) => {
  location.hash = address(changes);
};

/** The same without a step to go back to: while somebody types or drags. */
export const slip = (changes) => {
  const to = address(changes);
  trail[trail.length - 1] = to;
  history.replaceState(null, "", to);
  dispatchEvent(new HashChangeEvent("hashchange"));
};

const trail = [location.hash];

/** Keep count of the steps, so that undo never leaves the page. */
export function follow() {
  if (trail.at(-1) === location.hash) return;
  if (trail.at(-2) === location.hash) trail.pop();
  else trail.push(location.hash);
}

export const canUndo = () => trail.length > 1;
export const undo = () => {
  if (canUndo()) history.back();
};
