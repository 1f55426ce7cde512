// The colours of the style sheet, for what is drawn on a canvas: they follow light, dark and forced colours.

import { OTHERS } from "./marks.js";

const NAMES = ["page", "ink", "quiet", "edge", "accent", "review", "on-review", "outline", "line", "tint"];

/** Every colour by its name, as the page has them now. */
export function lookNow() {
  const style = getComputedStyle(document.documentElement);
  const get = (name) => style.getPropertyValue(`--${name}`).trim();
  const look = Object.fromEntries(NAMES.map((name) => [name, get(name)]));
  look.groups = Array.from({ length: OTHERS + 1 }, (_, n) => get(`group-${n}`));
  look.onGroups = Array.from({ length: OTHERS + 1 }, (_, n) => get(`on-group-${n}`));
  return look;
}
