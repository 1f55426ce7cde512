// Mouse, fingers and keys on a canvas, as what they ask for: to move, to zoom, to choose, to go to the next mark.

const span = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);
const STILL = 4; // pixels that a finger may move and yet only point

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{pan: Function, zoom: Function, choose: Function, hover: Function, leave: Function}} asked
 */
export function listenToPointers(canvas, { pan, zoom, choose, hover, leave }) {
  const fingers = new Map();
  let moved = 0;
  const place = (event) => ({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    if (fingers.size === 1) moved = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const old = fingers.get(event.pointerId);
    const now = place(event);
    if (!old) return void hover(now);
    const [other] = [...fingers].filter(([id]) => id !== event.pointerId).map(([, spot]) => spot);
    if (other) zoom(span(now, other) / Math.max(span(old, other), 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    moved += Math.abs(now.x - old.x) + Math.abs(now.y - old.y);
    if (moved > STILL) pan((now.x - old.x) / fingers.size, (now.y - old.y) / fingers.size);
    fingers.set(event.pointerId, now);
  });
  const lift = (event) => {
    if (!fingers.delete(event.pointerId) || event.type === "pointercancel") return;
    if (moved <= STILL && fingers.size === 0) choose(place(event));
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  canvas.addEventListener("pointerleave", leave);
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), place(event));
  }, { passive: false });
}

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * @param {HTMLCanvasElement} canvas
 * @param {{pan: Function, zoom: Function, fit: Function, step: Function, enter: Function}} asked
 */
export function listenToKeys(canvas, { pan, zoom, fit, step, enter }) {
  canvas.addEventListener("keydown", (event) => {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (arrow && event.shiftKey) pan(-60 * arrow[0], -60 * arrow[1]);
    else if (arrow) step(...arrow);
    else if (event.key === "Enter" || event.key === " ") enter();
    else if (event.key === "+" || event.key === "=") zoom(1.3);
    else if (event.key === "-") zoom(1 / 1.3);
    else if (event.key === "0") fit();
    else return;
    event.preventDefault();
  });
}
