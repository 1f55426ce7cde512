// Shape and colour of a theme's mark: six groups have their own of both, so that either alone tells them apart; more
// could not be told apart, so the rest share a grey pentagon.

import { communityOf, data, groupOf } from "./data.js";
import { drawnElement } from "./dom.js";

export const OTHERS = 6;
const TURNS = { diamond: [4, 0], triangle: [3, 0], square: [4, 0.5], hexagon: [6, 0.5], inverted: [3, 0.5], pentagon: [5, 0] };
export const SHAPES = ["circle", "diamond", "triangle", "square", "hexagon", "inverted", "pentagon"];
const AREA = { diamond: 1.25, triangle: 1.5, square: 1.25, hexagon: 1.08, inverted: 1.5, pentagon: 1.15 }; // as big as a circle

/** The number of a theme's colour and shape. */
export function styleOf(theme, colour) {
  const number = colour === "community" ? communityOf(theme) : groupOf(theme);
  return number < 0 || number >= OTHERS ? OTHERS : number;
}

/** Names of the styles in use, by their number; several of the last. */
export const namesOfStyles = (colour) => (colour === "community" ? data.communities : data.groups);

/** Corners round 0, 0 of a mark of this radius; none for a circle. */
export function cornersOf(shape, radius) {
  if (shape === "circle") return [];
  const [sides, turn] = TURNS[shape];
  const reach = radius * AREA[shape];
  const down = shape === "triangle" ? reach * 0.18 : shape === "inverted" ? -reach * 0.18 : 0;
  return Array.from({ length: sides }, (_, n) => {
    const angle = (2 * Math.PI * (n + turn)) / sides - Math.PI / 2;
    return [reach * Math.cos(angle), reach * Math.sin(angle) + down];
  });
}

/** How wide a number may be in a mark, and how far below its middle it stands, in radii: a triangle is wide at its foot. */
export function roomIn(style) {
  const shape = SHAPES[style];
  if (shape === "triangle") return { room: 1.15, down: 0.3 };
  return shape === "inverted" ? { room: 1.15, down: -0.3 } : shape === "diamond" ? { room: 1.25, down: 0 } : { room: 1.5, down: 0 };
}

const points = (shape, radius) => cornersOf(shape, radius).map(([x, y]) => `${x.toFixed(2)},${y.toFixed(2)}`).join(" ");

/** The mark of a style beside words. */
export function markOf(style) {
  const shape = SHAPES[style];
  const inner = shape === "circle" ? drawnElement("circle", { r: 5 }) : drawnElement("polygon", { points: points(shape, 5) });
  return drawnElement("svg", { class: `mark style-${style}`, viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" }, inner);
}

export const reviewMark = () =>
  drawnElement("svg", { class: "mark review", viewBox: "-8 -8 16 16", "aria-hidden": "true", focusable: "false" },
    drawnElement("rect", { x: -7, y: -4.5, width: 14, height: 9, rx: 1.5 }));
