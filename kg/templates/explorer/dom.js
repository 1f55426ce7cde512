// Elements and words. All text of data becomes a text node here, never markup: trusted types would refuse it anyway.

const SVG = "http://www.w3.org/2000/svg";

/**
 * An element with these attributes and children; strings become text.
 * @param {string} name
 * @param {Record<string, string | number | boolean | undefined | null>} [attributes]
 * @param {...any} children
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** The same for an element of a picture. @returns {SVGElement} */
export function drawnElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null && child !== false));
  return made;
}

export const byId = (id) => document.getElementById(id);

/** A button that does this when it is pressed. */
export function button(label, act, attributes = {}) {
  const made = element("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}

const number = new Intl.NumberFormat("en-GB");
export const figure = (value) => number.format(value);
export const counted = (value, word) => `${figure(value)} ${word}${value === 1 ? "" : "s"}`;
export const between = (nodes, glue) => nodes.flatMap((each, n) => (n ? [glue, each] : [each]));

/** The text with these words marked; what overlaps is marked once. */
export function marked(words, text) {
  const lower = text.toLowerCase();
  const spans = [...new Set(words)].filter(Boolean).flatMap((word) => {
    const start = lower.indexOf(word.toLowerCase());
    return start < 0 ? [] : [[start, start + word.length]];
  }).sort(([one], [other]) => one - other);
  const parts = [];
  let at = 0;
  for (const [start, end] of spans) {
    if (end <= at) continue;
    parts.push(text.slice(at, Math.max(start, at)), element("mark", {}, text.slice(Math.max(start, at), end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
