// What is where on a picture: looked for through a grid, so that pointing stays quick among ten thousand marks.

import { markSize } from "./labels.js";

const CELL = 48; // pixels of the grid
const REACH = 7; // pixels beside a line that still count as on it

export class Finder {
  #grid = new Map();

  /** Of a scene whose nodes stand `at` these spots of a picture of this size, with these labels. */
  constructor(scene, labels, at, size) {
    Object.assign(this, { scene, labels, at });
    for (let n = 0; n < at.x.length; n++) {
      if (at.x[n] >= 0 && at.y[n] >= 0 && at.x[n] <= size.width && at.y[n] <= size.height) this.#enter(n);
    }
  }

  #enter(n) {
    const { x, y, scale } = this.at;
    const [wide, high] = markSize(this.scene, n, scale);
    for (let i = Math.floor((x[n] - wide / 2) / CELL); i <= (x[n] + wide / 2) / CELL; i++) {
      for (let j = Math.floor((y[n] - high / 2) / CELL); j <= (y[n] + high / 2) / CELL; j++) {
        const key = i * 65536 + j;
        if (this.#grid.has(key)) this.#grid.get(key).push(n);
        else this.#grid.set(key, [n]);
      }
    }
  }

  /** The number of the node whose mark or label is there; the smallest where several are; -1 for none. */
  nodeAt({ x, y }) {
    let [found, least] = [-1, Infinity];
    for (const n of this.#grid.get(Math.floor(x / CELL) * 65536 + Math.floor(y / CELL)) ?? []) {
      const [wide, high] = markSize(this.scene, n, this.at.scale);
      const inside = Math.abs(x - this.at.x[n]) <= wide / 2 + 2 && Math.abs(y - this.at.y[n]) <= high / 2 + 2;
      if (inside && wide * high < least) [found, least] = [n, wide * high];
    }
    if (found >= 0) return found;
    return this.labels.find((label) => x > label.left && x < label.right && y > label.top && y < label.bottom)?.n ?? -1;
  }

  /** The number of the line that is there; those that stand out before the others; -1 for none. */
  lineAt(spot) {
    const { from, to, on } = this.scene;
    let [found, least] = [-1, REACH];
    for (let n = 0; n < from.length; n++) {
      const ends = [this.at.x[from[n]], this.at.y[from[n]], this.at.x[to[n]], this.at.y[to[n]]];
      const far = distance(spot, ...ends) - (on[n] ? 3 : 0);
      if (far < least) [found, least] = [n, far];
    }
    return found;
  }
}

/** How far a spot is from a line between two points. */
function distance({ x, y }, fromX, fromY, toX, toY) {
  const [across, down] = [toX - fromX, toY - fromY];
  const length = across * across + down * down || 1;
  const along = Math.min(Math.max(((x - fromX) * across + (y - fromY) * down) / length, 0), 1);
  return Math.hypot(x - fromX - along * across, y - fromY - along * down);
}
