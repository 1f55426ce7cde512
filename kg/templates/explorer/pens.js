// Two pens that draw the same picture: one on a canvas, one as SVG.

import { drawnElement } from "./dom.js";
import { SHAPES, cornersOf } from "./marks.js";
import { FONT, xmlText } from "./text.js";

/** Draws on a canvas. Lines and small squares come many at a time, which is what makes them quick. */
export class CanvasPen {
  constructor(context) {
    this.context = context;
  }

  background(width, height, colour) {
    this.context.fillStyle = colour;
    this.context.fillRect(0, 0, width, height);
  }

  lines(ends, colour, width, alpha) {
    const { context } = this;
    context.globalAlpha = alpha;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    for (let n = 0; n < ends.length; n += 4) {
      context.moveTo(ends[n], ends[n + 1]);
      context.lineTo(ends[n + 2], ends[n + 3]);
    }
    context.stroke();
    context.globalAlpha = 1;
  }

  squares(middles, size, colour, alpha) {
    const { context } = this;
    context.globalAlpha = alpha;
    context.fillStyle = colour;
    for (let n = 0; n < middles.length; n += 2) context.fillRect(middles[n] - size / 2, middles[n + 1] - size / 2, size, size);
    context.globalAlpha = 1;
  }

  mark(style, x, y, radius, fill, stroke, width, alpha) {
    const { context } = this;
    const corners = cornersOf(SHAPES[style], radius);
    context.globalAlpha = alpha;
    context.beginPath();
    if (!corners.length) context.arc(x, y, radius, 0, 2 * Math.PI);
    else corners.forEach(([across, down], n) => (n ? context.lineTo(x + across, y + down) : context.moveTo(x + across, y + down)));
    context.closePath();
    this.#finish(fill, stroke, width);
  }

  box(x, y, width, height, fill, stroke, line, alpha = 1, round = 5) {
    const { context } = this;
    context.globalAlpha = alpha;
    context.beginPath();
    context.roundRect(x, y, width, height, round);
    this.#finish(fill, stroke, line);
  }

  #finish(fill, stroke, width) {
    const { context } = this;
    if (fill) {
      context.fillStyle = fill;
      context.fill();
    }
    if (stroke && width) {
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  /** Lines of text round a middle, squeezed where a font is wider than was reckoned with. */
  text(lines, x, y, { font, weight = "400", align = "center", colour, halo, most, alpha = 1 }) {
    const { context } = this;
    context.globalAlpha = alpha;
    context.font = `${weight} ${font}px ${FONT}`;
    context.textAlign = align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.fillStyle = colour;
    lines.forEach((line, n) => {
      const down = y + (n - (lines.length - 1) / 2) * font * 1.2;
      if (halo) {
        context.strokeStyle = halo;
        context.lineWidth = font / 3.2;
        context.strokeText(line, x, down, most);
      }
      context.fillText(line, x, down, most);
    });
    context.globalAlpha = 1;
  }
}

const short = (value) => Number(value.toFixed(2));
const ANCHORS = { center: "middle", left: "start", right: "end" };

/** Draws into an SVG element, of which `markup` is the text. */
export class SvgPen {
  constructor(width, height, title) {
    this.root = drawnElement("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, role: "img" },
      drawnElement("title", {}, xmlText(title)));
  }

  background(width, height, colour) {
    this.box(0, 0, width, height, colour, null, 0, 1, 0);
  }

  lines(ends, colour, width, alpha) {
    const path = [];
    for (let n = 0; n < ends.length; n += 4) path.push(`M${short(ends[n])} ${short(ends[n + 1])}L${short(ends[n + 2])} ${short(ends[n + 3])}`);
    if (path.length) this.#add("path", { d: path.join(""), stroke: colour, "stroke-width": short(width), "stroke-opacity": short(alpha), fill: "none" });
  }

  squares(middles, size, colour, alpha) {
    for (let n = 0; n < middles.length; n += 2) this.box(middles[n] - size / 2, middles[n + 1] - size / 2, size, size, colour, null, 0, alpha, 0);
  }

  mark(style, x, y, radius, fill, stroke, width, alpha) {
    const look = { fill, stroke, "stroke-width": short(width), opacity: short(alpha) };
    const corners = cornersOf(SHAPES[style], radius);
    if (!corners.length) this.#add("circle", { cx: short(x), cy: short(y), r: short(radius), ...look });
    else this.#add("polygon", { points: corners.map(([across, down]) => `${short(x + across)},${short(y + down)}`).join(" "), ...look });
  }

  box(x, y, width, height, fill, stroke, line, alpha = 1, round = 5) {
    this.#add("rect", {
      x: short(x), y: short(y), width: short(width), height: short(height), rx: round, fill: fill ?? "none",
      stroke, "stroke-width": stroke ? short(line) : null, opacity: short(alpha),
    });
  }

  text(lines, x, y, { font, weight = "400", align = "center", colour, halo, alpha = 1 }) {
    lines.forEach((line, n) => {
      const down = y + (n - (lines.length - 1) / 2) * font * 1.2;
      this.#add("text", {
        x: short(x), y: short(down), fill: colour, "font-size": short(font), "font-weight": weight, "font-family": FONT,
        "text-anchor": ANCHORS[align], "dominant-baseline": "central", opacity: short(alpha),
        ...(halo ? { stroke: halo, "stroke-width": short(font / 3.2), "stroke-linejoin": "round", "paint-order": "stroke" } : {}),
      }, xmlText(line));
    });
  }

  #add(name, attributes, ...children) {
    this.root.append(drawnElement(name, attributes, ...children));
  }

  markup() {
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(this.root)}\n`;
  }
}
