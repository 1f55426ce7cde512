// The map: vis-network holds the nodes and edges, pans and zooms; marks and labels are drawn here, since places, label
// sides and line breaks were computed beforehand so that nothing overlaps, and dimming must leave labels legible.

// Pixels: text that would be smaller is enlarged, and shown where there is room. Paper is finer than a screen.
const smallest = () => (matchMedia("print").matches ? 6.5 : 10);
const ALWAYS = 10; // labels
const SIDES = ["below", "right", "left", "above"];
const FONT = '"Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", Arial, sans-serif';

const map = (() => {
  const box = document.getElementById("map");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  let look = colours();
  let places = {};
  let lit = { all: true, chosen: new Set(), near: new Set() };
  let labels = []; // where labels were last drawn: they can be clicked as well
  let view = "";
  const crowded = reviews.size > 40; // then reviews are quiet squares, named and linked only when chosen
  let shape = "";

  function colours() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(`--${name}`).trim();
    return Object.fromEntries(
      ["page", "ink", "quiet", "edge", "accent", "review", "on-review", "outline", "line"].map((name) => [name, get(name)])
        .concat([0, 1, 2, 3, 4, 5, 6].flatMap((n) => [[`group-${n}`, get(`group-${n}`)], [`on-group-${n}`, get(`on-group-${n}`)]])),
    );
  }

  const tint = (alpha) => `rgba(${look.edge}, ${alpha})`;
  const strength = (id) => (lit.all || lit.chosen.has(id) ? 2 : lit.near.has(id) ? 1 : 0);
  const grow = (font) => Math.max(1, smallest() / (font * network.getScale()));

  /** How one node's mark is drawn; the library calls this for every frame. */
  function mark({ ctx, id, x, y }) {
    const place = places[id];
    const size = isTheme(id) ? 1 : Math.min(grow(place.font), 2.2);
    const width = place.width * size;
    const height = place.height * size;
    const drawNode = () => {
      ctx.globalAlpha = !strength(id) ? 0.28 : lit.all && !isTheme(id) && crowded ? 0.4 : 1;
      if (isTheme(id)) circle(ctx, id, x, y, width / 2);
      else if (place.side === "in") card(ctx, id, x, y, width, height, size);
      else square(ctx, id, x, y, width);
    };
    return { drawNode, nodeDimensions: { width, height } };
  }

  function circle(ctx, id, x, y, radius) {
    const named = linked(id);
    const group = colourOf(themes.get(id).group);
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 2 * Math.PI);
    ctx.fillStyle = look[`group-${group}`];
    ctx.fill();
    ctx.lineWidth = lit.chosen.has(id) ? 3.5 : 1.2;
    ctx.strokeStyle = look.outline;
    ctx.stroke();
    if (named.length < 2 || radius < 8) return;
    ctx.fillStyle = strength(id) ? look[`on-group-${group}`] : look.ink;
    ctx.globalAlpha = strength(id) ? 1 : 0.5;
    text(ctx, [String(named.length)], x, y, Math.min(12, radius * 1.1), "600", radius * 1.7);
  }

  function card(ctx, id, x, y, width, height, size) {
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 5);
    ctx.fillStyle = look.page;
    ctx.globalAlpha = 1;
    ctx.fill(); // no line shows through a box that is dimmed
    ctx.fillStyle = look.review;
    ctx.globalAlpha = strength(id) ? 1 : 0.14;
    ctx.fill();
    ctx.globalAlpha = 1;
    if (lit.chosen.has(id)) ring(ctx);
    ctx.fillStyle = strength(id) ? look["on-review"] : look.quiet;
    text(ctx, places[id].lines, x, y, places[id].font * size, "600", width - 10);
  }

  function square(ctx, id, x, y, width) {
    ctx.fillStyle = look.review;
    ctx.fillRect(x - width / 2, y - width / 2, width, width);
    ctx.beginPath();
    ctx.rect(x - width / 2, y - width / 2, width, width);
    if (lit.chosen.has(id)) ring(ctx);
  }

  function ring(ctx) {
    ctx.lineWidth = 4;
    ctx.strokeStyle = look.accent;
    ctx.stroke();
  }

  /** Lines of text round a middle, squeezed where a font is wider than was reckoned with. */
  function text(ctx, lines, x, y, font, weight, most, align = "center", halo = false) {
    ctx.font = `${weight} ${font}px ${FONT}`;
    ctx.textAlign = align;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    lines.forEach((line, n) => {
      const down = y + (n - (lines.length - 1) / 2) * font * 1.2;
      if (halo) ctx.strokeText(line, x, down, most);
      ctx.fillText(line, x, down, most);
    });
  }

  /** Labels go over everything else, the most important first; one that would cover another waits for more room. */
  function drawLabels(ctx) {
    const named = (id) => !crowded || isTheme(id) || (!lit.all && strength(id) > 0);
    const shown = Object.keys(places).filter(named);
    const taken = shown.map((id) => markBox(id, places[id]));
    labels = [];
    const waiting = shown.filter((id) => places[id].side !== "in").sort((a, b) => rank(b) - rank(a));
    for (const [n, id] of waiting.entries()) {
      // The most important may cover a circle, though never a name: they are what a reader came for.
      const label = labelFor(id, n < ALWAYS ? taken.filter(({ of }) => !isTheme(of)) : taken, ctx);
      if (!label) continue;
      taken.push(label);
      labels.push({ id, ...label });
      drawLabel(ctx, id, label);
    }
    if (view === "reviews" && reviews.size <= 12) drawCounts(ctx);
  }

  const rank = (id) =>
    (lit.chosen.has(id) ? 4e6 : lit.all ? 0 : strength(id) * 1e6) + (isTheme(id) ? 10 * linked(id).length : 1);

  function markBox(id, place) {
    const size = isTheme(id) || place.side !== "in" ? 1 : Math.min(grow(place.font), 2.2);
    const [width, height] = [(place.width * size) / 2, (place.height * size) / 2];
    return { of: id, left: place.x - width, right: place.x + width, top: place.y - height, bottom: place.y + height };
  }

  function labelFor(id, taken, ctx) {
    const place = places[id];
    const size = grow(place.font);
    const reserved = place.side !== "free" && size === 1;
    const must = lit.chosen.has(id);
    const font = place.font * size;
    ctx.font = `${weight(id)} ${font}px ${FONT}`;
    const width = Math.min(place.room * size, Math.max(...place.lines.map((line) => ctx.measureText(line).width)));
    const height = place.lines.length * font * 1.2;
    const first = place.side === "free" ? "below" : place.side;
    const others = first === "below" ? SIDES.slice(1) : []; // a list under a review keeps to its side
    const boxes = [first, ...others].map((side) => beside(place, side, width, height, font));
    if (reserved) return boxes[0];
    const free = boxes.find((box) => inSight(box) && !taken.some((other) => other.of !== id && overlap(box, other)));
    return free ?? (must ? boxes[0] : null);
  }

  function beside(place, side, width, height, font) {
    const [across, down] = [place.width / 2 + 3, place.height / 2 + 3];
    const left = { right: place.x + across, left: place.x - across - width }[side] ?? place.x - width / 2;
    const top = { below: place.y + down, above: place.y - down - height }[side] ?? place.y - height / 2;
    return { left, top, right: left + width, bottom: top + height, side, font };
  }

  function inSight({ left, top, right, bottom }) {
    const [from, to] = [network.DOMtoCanvas({ x: 0, y: 0 }), network.DOMtoCanvas({ x: box.clientWidth, y: box.clientHeight })];
    return left >= from.x && right <= to.x && top >= from.y && bottom <= to.y;
  }

  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const weight = (id) => (lit.chosen.has(id) || (isTheme(id) && linked(id).length > 2 && reviews.size <= 40) ? "600" : "400");

  function drawLabel(ctx, id, { left, top, right, bottom, side, font }) {
    const align = { right: "left", left: "right" }[side] ?? "center";
    const x = { left, right }[align] ?? (left + right) / 2;
    ctx.globalAlpha = strength(id) ? 1 : 0.4;
    ctx.fillStyle = isTheme(id) && linked(id).length === 1 && lit.all ? look.quiet : look.ink;
    ctx.strokeStyle = look.page;
    ctx.lineWidth = font / 3.4;
    text(ctx, places[id].lines, x, (top + bottom) / 2, font, weight(id), right - left + 1, align, true);
    ctx.globalAlpha = 1;
  }

  /** How many themes two reviews share, on the line between them. */
  function drawCounts(ctx) {
    ctx.strokeStyle = look.page;
    ctx.fillStyle = look.ink;
    ctx.lineWidth = 5;
    edges.forEach((edge) => {
      const [one, two] = [places[edge.from], places[edge.to]];
      ctx.globalAlpha = edge.lit ? 1 : 0.25;
      const [x, y] = [one.x * 0.62 + two.x * 0.38, one.y * 0.62 + two.y * 0.38];
      text(ctx, [String(edge.weight)], x, y, 12 * grow(12), "600", 40, "center", true);
    });
    ctx.globalAlpha = 1;
  }

  const network = new vis.Network(box, { nodes, edges }, data.options);
  network.on("afterDrawing", drawLabels);

  function styled(edge) {
    const ends = [edge.from, edge.to];
    const chosen = [...lit.chosen];
    const on = !lit.all && (chosen.length > 1 ? chosen.every((id) => ends.includes(id)) : ends.some((id) => lit.chosen.has(id)));
    const width = Math.min(0.8 + 0.55 * (edge.weight - 1), view === "reviews" ? 7 : 4);
    const quiet = crowded ? 0.22 : view === "both" ? 0.34 : 0.42;
    return {
      ...edge,
      lit: lit.all || on,
      hidden: view === "both" && crowded && !on,
      width: on ? width + 1.2 : width,
      color: { color: on ? look.accent : tint(lit.all ? quiet : 0.1), inherit: false },
    };
  }

  const tall = () => box.clientWidth < 600 || box.clientWidth / Math.max(box.clientHeight, 1) < 1.15;

  function load() {
    edges.clear();
    nodes.clear();
    shape = tall() ? "tall" : "wide";
    places = data.places[view][shape] ?? data.places[view].wide;
    nodes.add(data.nodes.filter(({ id }) => places[id]).map((each) => ({ ...each, ...at(places[each.id]), ctxRenderer: mark })));
    edges.add(data.edges.filter((edge) => edge.view === view && places[edge.from] && places[edge.to]).map(styled));
  }

  const at = ({ x, y }) => ({ x, y });

  function fit() {
    if (isEmpty()) return;
    network.moveTo({ scale: 1 });
    // Text that would become too small is enlarged, which takes room again: the second pass knows by how much.
    for (let pass = 0; pass < 2; pass += 1) {
      const all = Object.entries(places).flatMap(([id, place]) => [markBox(id, place), ...labelBoxes(place)]);
      const [left, top] = [Math.min(...all.map((b) => b.left)), Math.min(...all.map((b) => b.top))];
      const [right, bottom] = [Math.max(...all.map((b) => b.right)), Math.max(...all.map((b) => b.bottom))];
      const scale = Math.min((box.clientWidth - 24) / (right - left), (box.clientHeight - 24) / (bottom - top), 1.3);
      network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
    }
  }

  const isEmpty = () => Object.keys(places).length === 0;

  function labelBoxes(place) {
    if (place.side === "in" || place.side === "free") return [];
    const size = grow(place.font);
    return [beside(place, place.side, place.room * size, place.lines.length * place.font * size * 1.2, place.font)];
  }

  function zoom(factor) {
    network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.05), 6), animation: false });
  }

  /** The node, or the two ends of the edge, under a point of the screen. */
  function under({ DOM, canvas }) {
    const id = network.getNodeAt(DOM) ?? labels.find((l) => canvas.x > l.left && canvas.x < l.right && canvas.y > l.top && canvas.y < l.bottom)?.id;
    if (id !== undefined) return [id];
    const edge = edges.get(network.getEdgeAt(DOM) ?? "");
    return edge ? [edge.from, edge.to] : [];
  }

  return {
    network,
    /** Draw a view with these nodes chosen: they and what they are linked with stand out. */
    show(wanted, chosen, near, none) {
      lit = { all: none, chosen: new Set(chosen), near: new Set(near) };
      if (wanted !== view || shape !== (tall() ? "tall" : "wide")) {
        view = wanted;
        load();
        fit();
      } else edges.update(edges.map(styled));
      network.redraw();
    },
    onChoose(choose) {
      network.on("click", ({ pointer }) => choose(under(pointer)));
      network.on("hoverNode", () => (box.style.cursor = "pointer"));
      network.on("blurNode", () => (box.style.cursor = ""));
    },
    repaint() {
      look = colours();
      edges.update(edges.map(styled));
      network.redraw();
    },
    resized() {
      if (shape !== (tall() ? "tall" : "wide")) load();
      fit();
    },
    zoom,
    fit,
    empty: isEmpty,
    /** Those that a line of this view joins with a node. */
    beside: (id) => data.edges.filter((edge) => edge.view === state().view && [edge.from, edge.to].includes(id)).map((edge) => (edge.from === id ? edge.to : edge.from)),
    leftOut: () => data.themes.filter(({ id }) => !places[id]).length,
    /** Where a node stands on the screen. */
    whereIs(id) {
      const { x, y } = network.canvasToDOM(at(places[id]));
      const { left, top } = box.getBoundingClientRect();
      return { x: left + x, y: top + y };
    },
  };
})();
