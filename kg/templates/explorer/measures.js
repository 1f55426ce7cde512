// How closely two things go together, from counts: the same figures, and the same sources, as kg/measures.py.

const TRUSTED_FROM = 5; // cases at which half of an association is believed

export const jaccard = (both, first, second) => (both ? both / (first + second - both) : 0);
export const lift = (both, first, second, total) => (first && second ? (both * total) / (first * second) : 0);

function npmi(both, first, second, total) {
  if (!both || !total) return -1;
  return both === total ? 1 : Math.log(lift(both, first, second, total)) / -Math.log(both / total);
}

/** Positive NPMI, shrunk for what happened once or twice. */
export const association = (both, first, second, total) =>
  Math.max(0, npmi(both, first, second, total)) * (both / (both + TRUSTED_FROM));

export const MEASURES = { count: "Counts", jaccard: "Jaccard", lift: "Lift" };

/** The measure in figures; a count always stands beside it. */
export const measured = (by, both, first, second, total) =>
  by === "jaccard" ? jaccard(both, first, second) : by === "lift" ? lift(both, first, second, total) : both;

export const asText = (by, value) => (by === "count" ? String(value) : value.toFixed(by === "lift" ? 1 : 2));
