// The panel: what is chosen, in words. All text is set as text, never as markup; every choice is a link, so that the
// keyboard, the address and the history reach whatever the mouse reaches.

/** An element with these attributes and children; strings become text. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(key, value);
  made.append(...children.flat().filter((child) => child !== undefined && child !== null));
  return made;
}

const linkTo = (label, ...chosen) => element("a", { href: address({ chosen }) }, label);
const dot = (id) =>
  element("span", { class: isTheme(id) ? `mark group-${colourOf(themes.get(id).group)}` : "mark review", "aria-hidden": "true" });
const heading = (label) => element("h2", { tabindex: "-1" }, label);
const quiet = (...words) => element("p", { class: "quiet" }, ...words);
const back = () => element("p", { class: "back" }, element("a", { href: address({ chosen: [] }) }, "← All themes and reviews"));

/** A list of links, each with a mark and a number. */
function ranked(rows) {
  return element("ul", { class: "ranked" }, rows.map(([id, link, number]) =>
    element("li", {}, dot(id), link, element("span", { class: "number" }, number))));
}

/** The text with these words marked; what overlaps is marked once. */
function marked(words, text) {
  const spans = [...new Set(words)].filter(Boolean).flatMap((word) => {
    const start = text.toLowerCase().indexOf(word.toLowerCase());
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

function quoted(passage, note = [], words = passage.words) {
  const kind = passage.kind === "learning" ? "Learning point" : "Recommendation";
  return element("figure", { class: passage.kind },
    element("blockquote", {}, "“", ...marked(words, passage.text), "”"),
    element("figcaption", {}, `${kind} ${passage.position}`, ...note));
}

const between = (nodes, glue) => nodes.flatMap((each, n) => (n ? [glue, each] : [each]));

/** The words a fact rests on, where they are not the fact itself. */
function restsOn(value, words) {
  const others = words.filter((each) => each.toLowerCase() !== value.toLowerCase());
  return others.length ? [element("span", { class: "words" }, others.map((each) => `“${each}”`).join(", "))] : [];
}

function facts(review, hedged) {
  const rows = review.facts.filter((fact) => fact.hedged === hedged);
  const title = hedged ? "Stated as possible" : "Stated in the digest";
  if (!rows.length) return hedged ? [] : [element("h3", {}, title), quiet("No facts were read from its text.")];
  const list = element("dl", {}, rows.flatMap(({ name, value, words }) => [element("dt", {}, name), element("dd", {}, value, ...restsOn(value, words))]));
  return [element("h3", {}, title), element("div", { class: hedged ? "possible" : "stated" }, list)];
}

const panels = {
  overview() {
    const most = [...data.themes].sort((one, two) => two.reviews.length - one.reviews.length || byLabel(one, two));
    const row = (theme) => [theme.id, linkTo(theme.label, theme.id), ofAll(theme.reviews.length)];
    const [shared, alone] = [most.filter(({ reviews: r }) => r.length > 1), most.filter(({ reviews: r }) => r.length === 1)];
    if (!data.reviews.length) {
      return [heading("No reviews yet"), quiet("Load a digest with kg load, then draw this page again with kg graph.")];
    }
    return [
      heading(shared.length ? "Themes shared by most reviews" : "No theme is shared yet"),
      quiet("Choose a theme, a review or a line, on the map or here, to read the words behind it."),
      shared.length ? ranked(shared.map(row)) : null,
      element("h3", {}, "Reviews"),
      ranked(data.reviews.map((each) => [each.id, linkTo(each.label, each.id), counted(each.themes.length, "theme")])),
      alone.length
        ? element("details", {}, element("summary", {}, `${counted(alone.length, "theme")} in one review only`), ranked(alone.map(row)))
        : null,
    ];
  },

  theme(theme) {
    return [
      back(),
      heading([dot(theme.id), theme.label]),
      quiet(`${theme.group} · in ${ofAll(theme.reviews.length)}`),
      theme.definition ? element("p", {}, theme.definition) : null,
      element("h3", {}, "The words behind it, review by review"),
      theme.reviews.map((id) => [
        element("h4", {}, dot(id), linkTo(node(id).label, id)),
        passages(node(id), [theme.id]).map((each) => quoted(each)),
      ]),
      element("h3", {}, "In the same reviews"),
      ranked(alike(theme.id).map(({ other, shared }) => [other.id, linkTo(other.label, theme.id, other.id), counted(shared, "review")])),
    ];
  },

  review(review) {
    const named = (ids) => between(ids.map((id) => linkTo(node(id).label, review.id, id)), ", ");
    const others = alike(review.id);
    return [
      back(),
      heading([dot(review.id), review.label]),
      element("p", {}, review.title),
      quiet(review.document),
      review.summary ? element("blockquote", { class: "summary" }, `“${review.summary}”`) : null,
      facts(review, false),
      facts(review, true),
      others.length ? element("h3", {}, "Shares themes with") : null,
      ranked(others.map(({ other, shared }) => [other.id, linkTo(other.label, review.id, other.id), counted(shared, "theme")])),
      element("h3", {}, `What it says on ${counted(review.themes.length, "theme")}`),
      passages(review, review.themes).map((each) => quoted(each, [" · ", ...named(each.themes)])),
    ];
  },

  pair(one, other) {
    if (isTheme(one.id) !== isTheme(other.id)) return isTheme(one.id) ? panels.link(other, one) : panels.link(one, other);
    const shared = inBoth(linked(one.id), linked(other.id));
    const many = isTheme(one.id) ? `In the same ${ofAll(shared.length)}` : `${counted(shared.length, "theme")} in both`;
    const both = isTheme(one.id) ? shared.map((id) => [id, [node(id)], [one.id, other.id]]) : shared.map((id) => [id, [one, other], [id]]);
    return [
      back(),
      heading([dot(one.id), linkTo(one.label, one.id), " and ", dot(other.id), linkTo(other.label, other.id)]),
      quiet(`${many}. ${surprise(one, other, shared.length)}`),
      both.map(([id, told, named]) => [
        element("h4", {}, dot(id), linkTo(node(id).label, id)),
        told.map((review) => passages(review, named).map((each) => quoted(each, note(review, each, told.length > 1)))),
      ]),
    ];
  },

  link(review, theme) {
    const found = passages(review, [theme.id]);
    return [
      back(),
      heading([dot(review.id), linkTo(review.label, review.id), " on ", dot(theme.id), linkTo(theme.label, theme.id)]),
      quiet(`${counted(found.length, "passage")} · the theme is in ${ofAll(theme.reviews.length)}`),
      found.map((each) => quoted(each)),
    ];
  },

  group(group) {
    const members = ofGroup(group);
    members.sort((one, two) => two.reviews.length - one.reviews.length || byLabel(one, two));
    return [
      back(),
      heading(groupName(group)),
      quiet(group === OTHER ? "Themes of the groups that have no colour of their own." : `${counted(members.length, "theme")} of this group.`),
      ranked(members.map((theme) => [theme.id, linkTo(theme.label, theme.id), ofAll(theme.reviews.length)])),
    ];
  },

  results(query) {
    const found = search(query);
    const total = found.themes.length + found.reviews.length + found.passages.length;
    const most = 60; // beyond that, another word serves a reader better than more results
    return [
      heading(total ? `Found ${total} for “${query}”` : `Nothing holds “${query}”`),
      quiet(total ? "Names first, then passages." : "Try fewer words, or part of a word. Escape clears the search."),
      ranked(found.themes.map((theme) => [theme.id, linkTo(theme.label, theme.id), ofAll(theme.reviews.length)])),
      ranked(found.reviews.map((review) => [review.id, linkTo(review.label, review.id), counted(review.themes.length, "theme")])),
      found.passages.slice(0, most).map(({ review, passage }) =>
        quoted(passage, [" · ", linkTo(review.label, review.id)], found.words)),
      found.passages.length > most ? quiet(`${found.passages.length - most} more passages are not listed.`) : null,
    ];
  },
};

/** Which of two reviews a passage is from, or which of two themes it names. */
function note(review, passage, twoReviews) {
  if (twoReviews) return [` · ${review.label}`];
  return [` · ${passage.themes.map((id) => node(id).label).join(", ")}`];
}

/** Lift in words; below forty reviews it is noise, and counts say all there is. */
function surprise(one, other, shared) {
  if (!isTheme(one.id) || reviews.size < 40) return "";
  const lift = (shared * reviews.size) / (linked(one.id).length * linked(other.id).length);
  return `${lift.toFixed(1)} times as often as if they had nothing to do with each other.`;
}

function showPanel(children) {
  const panel = document.getElementById("panel");
  panel.replaceChildren(...children.flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
}
