// The map on its canvas. While it moves, the last full picture is moved as a bitmap, so that it runs smoothly however much
// it holds; at rest it is drawn anew.

import { byId } from "./dom.js";
import { framing, onScreen, panned, zoomed } from "./camera.js";
import { isTheme, nodeOf } from "./data.js";
import { Finder } from "./finder.js";
import { listenToKeys, listenToPointers } from "./gestures.js";
import { markSize } from "./labels.js";
import { lookNow } from "./look.js";
import { paint, projected } from "./painter.js";
import { CanvasPen } from "./pens.js";

const REST = 140; // milliseconds without movement before the picture is drawn anew
const QUICK = 9; // milliseconds: what is drawn as quickly is drawn anew each time
const MARGIN = 0.25; // of the width and height, drawn around what is seen, so that moving shows more at once
const SOME = 4000; // lines: among more, the pointer does not look for one while it moves

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
  #finder = null;
  #took = 0;
  #frame = 0;
  #rest = 0;
  #cursor = -1; // the scene's number of the node that the keyboard is on

  constructor({ choose, tell }) {
    this.choose = choose;
    this.tell = tell;
  }

  /** Mouse, fingers and keys have something to move once a scene is shown. */
  #listen() {
    const { choose, tell } = this;
    const moves = { pan: (...by) => this.pan(...by), zoom: (...by) => this.zoom(...by), fit: () => this.fit() };
    listenToPointers(this.#canvas, {
      ...moves, choose: (spot) => choose(this.under(spot)), hover: (spot) => this.#hover(spot), leave: () => tell(null),
    });
    listenToKeys(this.#canvas, { ...moves, step: (...to) => this.#step(...to), enter: () => choose(this.#underCursor(), true) });
    this.#canvas.addEventListener("focus", () => this.#blit());
    this.#canvas.addEventListener("blur", () => {
      tell(null);
      this.#blit();
    });
  }

  /** Whether the map has the shape of a phone held upright. */
  get tall() {
    const { clientWidth, clientHeight } = this.#canvas;
    return clientWidth < 600 || clientWidth / Math.max(clientHeight, 1) < 1.15;
  }

  show(scene, graph, refit) {
    const kept = this.#cursor >= 0 && this.#scene ? this.#scene.node[this.#cursor] : -1;
    if (!this.#scene) this.#listen();
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

  fit() {
    if (!this.#scene) return;
    this.#camera = framing(this.#scene, this.#size);
    this.#paint();
  }

  zoom(factor, spot) {
    this.#camera = zoomed(this.#camera, this.#size, factor, spot);
    this.#moved();
  }

  pan(across, down) {
    this.#camera = panned(this.#camera, across, down);
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
    this.#finder = new Finder(this.#scene, this.#labels, at, size);
    this.#blit();
  }

  #moved() {
    if (!this.#scene) return;
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
    return onScreen(this.#camera, this.#size, x, y);
  }

  /** A spot of the canvas as a spot of the picture. */
  #inPicture({ x, y }) {
    const grown = this.#painted.scale / this.#camera.scale;
    return {
      x: (x - this.#size.width / 2) * grown + (this.#camera.x - this.#painted.x) * this.#painted.scale + this.#painted.width / 2,
      y: (y - this.#size.height / 2) * grown + (this.#camera.y - this.#painted.y) * this.#painted.scale + this.#painted.height / 2,
    };
  }

  /** What a person would point at there: a node, the two ends of a line, or nothing. */
  under(spot) {
    const seen = this.#inPicture(spot);
    const n = this.#finder.nodeAt(seen);
    if (n >= 0) return [this.#scene.node[n]];
    const line = this.#finder.lineAt(seen);
    return line < 0 ? [] : [this.#scene.node[this.#scene.from[line]], this.#scene.node[this.#scene.to[line]]];
  }

  #underCursor() {
    return this.#cursor < 0 ? [] : [this.#scene.node[this.#cursor]];
  }

  #hover(spot) {
    const seen = this.#inPicture(spot);
    const n = this.#finder.nodeAt(seen);
    const points = n >= 0 || (this.#scene.from.length < SOME && this.#finder.lineAt(seen) >= 0);
    this.#canvas.style.cursor = points ? "pointer" : "grab";
    this.tell(n < 0 ? null : this.#scene.node[n], spot.x, spot.y);
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
