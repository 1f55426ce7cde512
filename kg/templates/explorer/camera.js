// Where the map is looked at from: the middle of what is seen, in the scene's own measure, and a scale.

import { markSize, fontScale } from "./labels.js";
import { SIDES } from "./layout.js";

const [CLOSEST, FARTHEST] = [8, 0.04];
const BORDER = 14;

/** Where a point of the scene is on a screen of this size. */
export const onScreen = (camera, { width, height }, x, y) =>
  ({ x: (x - camera.x) * camera.scale + width / 2, y: (y - camera.y) * camera.scale + height / 2 });

export const panned = (camera, across, down) =>
  ({ ...camera, x: camera.x - across / camera.scale, y: camera.y - down / camera.scale });

/** Nearer or farther by a factor, while the spot stays where it is. */
export function zoomed(camera, { width, height }, factor, spot = { x: width / 2, y: height / 2 }) {
  const { scale } = camera;
  const next = Math.min(Math.max(scale * factor, FARTHEST), CLOSEST);
  return {
    x: camera.x + (spot.x - width / 2) * (1 / scale - 1 / next),
    y: camera.y + (spot.y - height / 2) * (1 / scale - 1 / next),
    scale: next,
  };
}

/** The camera that shows the whole scene in a picture of this size. */
export function framing(scene, { width, height }) {
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
