// The map on its canvas: moved and zoomed by mouse, finger and keyboard, pointed at through a grid. While it moves, the
// last full picture is moved as a bitmap, so that it runs smoothly however much it holds; at rest it is drawn anew.

import { byId } from "./dom.js";
import { isTheme, nodeOf } from "./data.js";
import { fontScale, markSize } from "./labels.js";
import { SIDES } from "./layout.js";
import { lookNow } from "./look.js";
import { paint, projected } from "./painter.js";
import { CanvasPen } from "./pens.js";

const REST = 140; // milliseconds without movement before the picture is drawn anew
const QUICK = 9; // milliseconds: what is drawn as quickly is drawn anew each time
const MARGIN = 0.25; // of the width and height, drawn around what is seen, so that moving shows more at once
const CELL = 48; // pixels of the grid that pointing looks in
const [CLOSEST, FARTHEST] = [8, 0.04];
const REACH = 7; // pixels beside a mark or line that still count as on it
const BORDER = 14;

export class MapView {
  #canvas = byId("map");
  #context = this.#canvas.getContext("2d");
  #picture = document.createElement("canvas");
  #camera = { x: 0, y: 0, scale: 1 };
  #painted = null; // the camera of the picture
  #size = { width: 1, height: 1 };
  #scene = null;
  #graph = null;
  #look = lookNow();
  #labels = [];
  #grid = new Map();
  #took = 0;
  #frame = 0;
  #rest = 0;
  #cursor = -1; // the scene's number of the node that the keyboard is on

  constructor({ choose, tell }) {
    this.choose = choose;
    this.tell = tell;
    this.#pointing();
    this.#keys();
  }

  /** Whether the map has the shape of a phone held upright. */
  get tall() {
    const { clientWidth, clientHeight } = this.#canvas;
    return clientWidth < 600 || clientWidth / Math.max(clientHeight, 1) < 1.15;
  }

  show(scene, graph, refit) {
    const kept = this.#cursor >= 0 && this.#scene ? this.#scene.node[this.#cursor] : -1;
    this.#scene = scene;
    this.#graph = graph;
    this.#cursor = kept < 0 ? -1 : scene.node.indexOf(kept);
    this.#measure();
    if (refit) this.fit();
    else this.#paint();
  }

  repaint() {
    this.#look = lookNow();
    if (this.#scene) this.#paint();
  }

  resized() {
    if (!this.#scene || !this.#measure()) return;
    this.fit();
  }

  get pixels() {
    return Math.min(devicePixelRatio || 1, 2);
  }

  #measure() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const same = width === this.#size.width && height === this.#size.height && this.#canvas.width === Math.round(width * this.pixels);
    if (same) return false;
    this.#size = { width: Math.max(width, 1), height: Math.max(height, 1) };
    this.#canvas.width = Math.round(width * this.pixels);
    this.#canvas.height = Math.round(height * this.pixels);
    return true;
  }

  /** The camera that shows the whole scene in a picture of this size. */
  static framing(scene, { width, height }) {
    if (!scene.node.length) return { x: 0, y: 0, scale: 1 };
    let scale = 1;
    let camera = { x: 0, y: 0, scale };
    for (let round = 0; round < 6; round++) {
      const { left, right, top, bottom } = boundsOf(scene, scale);
      camera = { x: (left + right) / 2, y: (top + bottom) / 2, scale };
      const next = scale * Math.min((width - 2 * BORDER) / (scale * (right - left)), (height - 2 * BORDER) / (scale * (bottom - top)));
      const bounded = Math.min(next, width > 2000 ? 2.2 : 1.35);
      if (Math.abs(bounded - scale) < 0.002) break;
      scale = bounded;
    }
    return { ...camera, scale };
  }

  fit() {
    this.#camera = MapView.framing(this.#scene, this.#size);
    this.#paint();
  }

  zoom(factor, x = this.#size.width / 2, y = this.#size.height / 2) {
    const { scale } = this.#camera;
    const next = Math.min(Math.max(scale * factor, FARTHEST), CLOSEST);
    this.#camera = {
      x: this.#camera.x + (x - this.#size.width / 2) * (1 / scale - 1 / next),
      y: this.#camera.y + (y - this.#size.height / 2) * (1 / scale - 1 / next),
      scale: next,
    };
    this.#moved();
  }

  pan(across, down) {
    this.#camera = { ...this.#camera, x: this.#camera.x - across / this.#camera.scale, y: this.#camera.y - down / this.#camera.scale };
    this.#moved();
  }

  /** The whole picture, and more of it than is seen, drawn from nothing. */
  #paint() {
    clearTimeout(this.#rest);
    const begun = performance.now();
    const [wide, high] = [this.#size.width * (1 + 2 * MARGIN), this.#size.height * (1 + 2 * MARGIN)].map(Math.round);
    this.#picture.width = Math.round(wide * this.pixels);
    this.#picture.height = Math.round(high * this.pixels);
    const context = this.#picture.getContext("2d", { alpha: false });
    context.scale(this.pixels, this.pixels);
    const size = { width: wide, height: high, margin: MARGIN / (1 + 2 * MARGIN) };
    const at = projected(this.#scene, this.#camera, size);
    this.#labels = paint(new CanvasPen(context), this.#scene, this.#graph, this.#look, at, size);
    this.#painted = { ...this.#camera, ...size };
    this.#took = performance.now() - begun;
    this.#index(at, size);
    this.#blit();
  }

  #moved() {
    clearTimeout(this.#rest);
    if (!this.#frame) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        if (this.#took < QUICK) this.#paint();
        else this.#blit();
      });
    }
    this.#rest = setTimeout(() => this.#paint(), REST);
  }

  /** The last picture, where the camera now has it. */
  #blit() {
    const { width, height } = this.#size;
    const grown = this.#camera.scale / this.#painted.scale;
    const left = width / 2 + (this.#painted.x - this.#camera.x) * this.#camera.scale - (this.#painted.width * grown) / 2;
    const top = height / 2 + (this.#painted.y - this.#camera.y) * this.#camera.scale - (this.#painted.height * grown) / 2;
    this.#context.setTransform(this.pixels, 0, 0, this.pixels, 0, 0);
    this.#context.fillStyle = this.#look.page;
    this.#context.fillRect(0, 0, width, height);
    this.#context.drawImage(this.#picture, left, top, this.#painted.width * grown, this.#painted.height * grown);
    if (this.#cursor >= 0 && document.activeElement === this.#canvas) this.#paintCursor();
  }

  #paintCursor() {
    const at = this.#onScreen(this.#scene.x[this.#cursor], this.#scene.y[this.#cursor]);
    const [wide, high] = markSize(this.#scene, this.#cursor, this.#camera.scale);
    const pen = new CanvasPen(this.#context);
    pen.box(at.x - wide / 2 - 7, at.y - high / 2 - 7, wide + 14, high + 14, null, this.#look.page, 6, 1, 8);
    pen.box(at.x - wide / 2 - 7, at.y - high / 2 - 7, wide + 14, high + 14, null, this.#look.accent, 3, 1, 8);
  }

  #onScreen(x, y) {
    return {
      x: (x - this.#camera.x) * this.#camera.scale + this.#size.width / 2,
      y: (y - this.#camera.y) * this.#camera.scale + this.#size.height / 2,
    };
  }

  /** Which nodes are near which spot of the picture. */
  #index(at, size) {
    this.#grid = new Map();
    for (let n = 0; n < at.x.length; n++) {
      if (at.x[n] < 0 || at.y[n] < 0 || at.x[n] > size.width || at.y[n] > size.height) continue;
      const [wide, high] = markSize(this.#scene, n, at.scale);
      for (let i = Math.floor((at.x[n] - wide / 2) / CELL); i <= (at.x[n] + wide / 2) / CELL; i++) {
        for (let j = Math.floor((at.y[n] - high / 2) / CELL); j <= (at.y[n] + high / 2) / CELL; j++) {
          const key = i * 65536 + j;
          if (this.#grid.has(key)) this.#grid.get(key).push(n);
          else this.#grid.set(key, [n]);
        }
      }
    }
    this.#at = at;
  }

  #at = null;

  /** A spot of the canvas as a spot of the picture. */
  #inPicture(x, y) {
    const grown = this.#painted.scale / this.#camera.scale;
    return {
      x: (x - this.#size.width / 2) * grown + (this.#camera.x - this.#painted.x) * this.#painted.scale + this.#painted.width / 2,
      y: (y - this.#size.height / 2) * grown + (this.#camera.y - this.#painted.y) * this.#painted.scale + this.#painted.height / 2,
    };
  }

  /** The number of the node whose mark or label is there; the smallest where several are. */
  #nodeAt(x, y) {
    const spot = this.#inPicture(x, y);
    let [found, least] = [-1, Infinity];
    for (const n of this.#grid.get(Math.floor(spot.x / CELL) * 65536 + Math.floor(spot.y / CELL)) ?? []) {
      const [wide, high] = markSize(this.#scene, n, this.#painted.scale);
      const inside = Math.abs(spot.x - this.#at.x[n]) <= wide / 2 + 2 && Math.abs(spot.y - this.#at.y[n]) <= high / 2 + 2;
      if (inside && wide * high < least) [found, least] = [n, wide * high];
    }
    if (found >= 0) return found;
    return this.#labels.find((l) => spot.x > l.left && spot.x < l.right && spot.y > l.top && spot.y < l.bottom)?.n ?? -1;
  }

  /** The number of the line that is there; those that stand out before the others. */
  #lineAt(x, y) {
    const spot = this.#inPicture(x, y);
    let [found, least] = [-1, REACH];
    for (let n = 0; n < this.#scene.from.length; n++) {
      const [one, two] = [this.#scene.from[n], this.#scene.to[n]];
      const far = distance(spot, this.#at.x[one], this.#at.y[one], this.#at.x[two], this.#at.y[two]) - (this.#scene.on[n] ? 3 : 0);
      if (far < least) [found, least] = [n, far];
    }
    return found;
  }

  /** What a person would point at there: a node, the two ends of a line, or nothing. */
  under(x, y) {
    const n = this.#nodeAt(x, y);
    if (n >= 0) return [this.#scene.node[n]];
    const line = this.#lineAt(x, y);
    return line < 0 ? [] : [this.#scene.node[this.#scene.from[line]], this.#scene.node[this.#scene.to[line]]];
  }

  #pointing() {
    const fingers = new Map();
    let moved = 0;
    const place = (event) => ({ x: event.offsetX, y: event.offsetY });
    this.#canvas.addEventListener("pointerdown", (event) => {
      this.#canvas.setPointerCapture(event.pointerId);
      fingers.set(event.pointerId, place(event));
      if (fingers.size === 1) moved = 0;
    });
    this.#canvas.addEventListener("pointermove", (event) => {
      const old = fingers.get(event.pointerId);
      if (!old) return this.#hover(event);
      const now = place(event);
      const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot);
      if (others.length) this.zoom(span(now, others[0]) / Math.max(span(old, others[0]), 1), (now.x + others[0].x) / 2, (now.y + others[0].y) / 2);
      moved += Math.abs(now.x - old.x) + Math.abs(now.y - old.y);
      if (moved > 4) this.pan((now.x - old.x) / fingers.size, (now.y - old.y) / fingers.size);
      fingers.set(event.pointerId, now);
    });
    const lift = (event) => {
      if (!fingers.delete(event.pointerId) || event.type === "pointercancel") return;
      if (moved <= 4 && fingers.size === 0) this.choose(this.under(event.offsetX, event.offsetY));
    };
    this.#canvas.addEventListener("pointerup", lift);
    this.#canvas.addEventListener("pointercancel", lift);
    this.#canvas.addEventListener("pointerleave", () => this.tell(null));
    this.#canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
    }, { passive: false });
  }

  #hover(event) {
    const n = this.#nodeAt(event.offsetX, event.offsetY);
    this.#canvas.style.cursor = n >= 0 || (this.#scene.from.length < 4000 && this.#lineAt(event.offsetX, event.offsetY) >= 0) ? "pointer" : "grab";
    this.tell(n < 0 ? null : this.#scene.node[n], event.offsetX, event.offsetY);
  }

  #keys() {
    const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    this.#canvas.addEventListener("keydown", (event) => {
      const arrow = arrows[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (arrow && event.shiftKey) this.pan(-60 * arrow[0], -60 * arrow[1]);
      else if (arrow) this.#step(...arrow);
      else if (event.key === "Enter" || event.key === " ") this.choose(this.#cursor < 0 ? [] : [this.#scene.node[this.#cursor]], true);
      else if (event.key === "+" || event.key === "=") this.zoom(1.3);
      else if (event.key === "-") this.zoom(1 / 1.3);
      else if (event.key === "0") this.fit();
      else return;
      event.preventDefault();
    });
    this.#canvas.addEventListener("focus", () => this.#blit());
    this.#canvas.addEventListener("blur", () => {
      this.tell(null);
      this.#blit();
    });
  }

  /** To the nearest node in a direction; first to the one nearest the middle. */
  #step(across, down) {
    const { x, y, node } = this.#scene;
    const from = this.#cursor < 0 ? { x: this.#camera.x, y: this.#camera.y } : { x: x[this.#cursor], y: y[this.#cursor] };
    let [found, least] = [-1, Infinity];
    for (let n = 0; n < node.length; n++) {
      const [right, below] = [x[n] - from.x, y[n] - from.y];
      const ahead = right * across + below * down;
      const aside = Math.abs(right * down) + Math.abs(below * across);
      if (n === this.#cursor || (this.#cursor >= 0 && ahead <= 0)) continue;
      const far = this.#cursor < 0 ? Math.hypot(right, below) : ahead + 2.5 * aside;
      if (far < least) [found, least] = [n, far];
    }
    if (found < 0) return;
    this.#cursor = found;
    const spot = this.#onScreen(x[found], y[found]);
    if (spot.x < 20 || spot.y < 20 || spot.x > this.#size.width - 20 || spot.y > this.#size.height - 20) {
      this.pan(this.#size.width / 2 - spot.x, this.#size.height / 2 - spot.y);
    }
    this.#blit();
    this.tell(node[found], spot.x, spot.y, true);
  }

  /** Where a node stands in the window, by the last part of its IRI: for those who drive the page by script. */
  whereIs(name) {
    const n = this.#scene.node.indexOf(nodeOf(name));
    if (n < 0) return null;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const { x, y } = this.#onScreen(this.#scene.x[n], this.#scene.y[n]);
    return { x: left + x, y: top + y };
  }

  /** How many labels are shown, and whether two of them overlap: likewise. */
  shownLabels() {
    const named = ({ n, lines }) => ({ node: this.#scene.node[n], theme: isTheme(this.#scene.node[n]), text: lines.join(" ") });
    return this.#labels.map((label) => ({ ...named(label), left: label.left, top: label.top, right: label.right, bottom: label.bottom }));
  }

  get scene() {
    return this.#scene;
  }

  get camera() {
    return { ...this.#camera, ...this.#size };
  }
}

/** What the marks and the labels that have room reach, in the scene's own measure, at a scale. */
function boundsOf(scene, scale) {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let n = 0; n < scene.node.length; n++) {
    const node = scene.node[n];
    const [wide, high] = markSize(scene, n, scale).map((length) => length / 2 / scale);
    const side = SIDES[scene.layout.side[node]];
    const grow = fontScale(scale, scene.layout.font[node] || 12, scene.layout.room[node] > 0) / scale;
    const room = (scene.layout.room[node] || (scene.layout.star && side !== "in" ? 120 : 0)) * grow;
    const lines = room ? (scene.layout.lines.get(node)?.length ?? 2) * scene.layout.font[node] * 1.2 * grow + 3 : 0;
    left = Math.min(left, scene.x[n] - Math.max(wide + (side === "left" ? room : 0), side === "below" ? room / 2 : 0));
    right = Math.max(right, scene.x[n] + Math.max(wide + (side === "right" ? room : 0), side === "below" ? room / 2 : 0));
    top = Math.min(top, scene.y[n] - high);
    const more = scene.own.get(node) ? 20 / scale : 0; // the line that says how many have no place
    bottom = Math.max(bottom, scene.y[n] + high + (side === "below" ? lines : more));
  }
  return { left, right: Math.max(right, left + 1), top, bottom: Math.max(bottom, top + 1) };
}

const span = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

/** How far a spot is from a line between two points. */
function distance({ x, y }, fromX, fromY, toX, toY) {
  const [across, down] = [toX - fromX, toY - fromY];
  const length = across * across + down * down || 1;
  const along = Math.min(Math.max(((x - fromX) * across + (y - fromY) * down) / length, 0), 1);
  return Math.hypot(x - fromX - along * across, y - fromY - along * down);
}
