// How wide text is, and where it is broken into lines.

export const FONT = '"Segoe UI", system-ui, "Noto Sans", "DejaVu Sans", Arial, sans-serif';
const ruler = document.createElement("canvas").getContext("2d");
const widths = new Map();

/** Pixels of a line in this size and weight; measured once at one size, since widths grow evenly. */
export function textWidth(line, font, weight = "400") {
  const key = weight + line;
  if (!widths.has(key)) {
    ruler.font = `${weight} 20px ${FONT}`;
    widths.set(key, ruler.measureText(line).width / 20);
  }
  return widths.get(key) * font;
}

/** The text in lines of at most this width; what the last cannot hold ends in an ellipsis. */
export function wrapped(text, width, font, most) {
  const lines = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && textWidth(longer, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.length > most ? [...lines.slice(0, most - 1), lines.slice(most - 1).join(" ")] : lines;
  return kept.map((line) => cut(line, width, font));
}

function cut(line, width, font) {
  if (textWidth(line, font) <= width) return line;
  let end = line.length;
  while (end > 1 && textWidth(`${line.slice(0, end)}…`, font) > width) end--;
  return `${line.slice(0, end).trimEnd()}…`;
}

// XML 1.0 knows no control characters: what a document holds of them is left out of files in XML.
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
export const xmlText = (text) => text.replace(NOT_XML, "");
