// The panel: what is chosen, in words. Every choice is a link, so that the keyboard, the address and the history reach
// whatever the mouse reaches.

import { FEW, R, communityOf, data, definitionOf, documentOf, factsOf, groupName, isTheme, itemReview, labelOf, pageOf, summaryOf, titleOf } from "./data.js";
import { byId, counted, element, figure } from "./dom.js";
import { alike, degreeOf, figures, hasNode, linkedWith, sharedBy } from "./graph.js";
import { back, heading, linkTo, mark, more, ofReviews, quiet, ranked } from "./lists.js";
import { asText, measured } from "./measures.js";
import { AT_ONCE, byReview, named, passages, quoted, summarised } from "./quotes.js";
import { wayOf } from "./scene.js";
import { GRAPHS, address } from "./state.js";
import { timeline } from "./timeline.js";
import { addressesOf, pathLink, tools } from "./tools.js";

function facts(review, hedged) {
  const rows = factsOf(review).filter((fact) => fact.hedged === hedged);
  const title = hedged ? "Stated as possible" : "Stated in the digest";
  if (!rows.length) return hedged ? [] : [element("h3", {}, title), quiet("No facts were read from its text.")];
  const list = element("dl", {}, rows.map(({ name, value, words }) => [element("dt", {}, name), element("dd", {}, value, restsOn(value, words))]));
  return [element("h3", {}, title), element("div", { class: hedged ? "possible" : "stated" }, list)];
}

/** The words a fact rests on, where they are not the fact itself. */
function restsOn(value, words) {
  const others = words.filter((each) => each.toLowerCase() !== value.toLowerCase());
  return others.length ? element("span", { class: "words" }, others.map((each) => `“${each}”`).join(", ")) : null;
}

/** Lift and Jaccard in words; below forty reviews they are noise, and counts say all there is. */
export function closeness(graph, one, other, both) {
  if (!isTheme(one) || graph.total < FEW) return "";
  const { jaccard, lift } = figures(graph, one, other, both);
  return `${asText("lift", lift)} times as often as if they had nothing to do with each other; Jaccard ${asText("jaccard", jaccard)}.`;
}

const panels = {
  overview(context) {
    const { graph, now } = context;
    if (!R) return [heading("No reviews yet"), quiet("Load a digest with kg load, then draw this page again with kg graph.")];
    const themes = themesByCount(graph);
    const row = (theme) => [theme, linkTo(labelOf(theme), theme), figure(degreeOf(graph, theme))];
    const shared = themes.filter((theme) => degreeOf(graph, theme) > 1);
    const alone = themes.filter((theme) => degreeOf(graph, theme) === 1);
    const reviews = reviewsOn(graph);
    if (!graph.total) return [heading("Nothing fits these filters"), quiet("Take one away, or reset them all.")];
    return [
      heading(shared.length ? "Themes shared by most reviews" : "No theme is shared yet"),
      quiet(`Choose a theme, a review or a line, on the map or here, to read the words behind it. Counted: reviews, of ${figure(graph.total)}.`),
      ranked(shared, row),
      communityList(now),
      element("h3", {}, "When"),
      timeline(context, null),
      element("h3", {}, "Reviews"),
      ranked(reviews, (each) => [each, linkTo(labelOf(each), each), counted(degreeOf(graph, each), "theme")]),
      alone.length
        ? element("details", {}, element("summary", {}, `${counted(alone.length, "theme")} in one review only`), ranked(alone, row))
        : null,
    ];
  },

  community(context) {
    const { graph, now } = context;
    const members = themesByCount(graph).filter((theme) => communityOf(theme) === now.community);
    return [
      back(),
      heading(data.communities[now.community]),
      quiet(`${counted(members.length, "theme")} often found together, named by the three most found. Found by Louvain's method on the whole graph: approximate, another method draws some borders elsewhere.`),
      ranked(members, (theme) => [theme, linkTo(labelOf(theme), theme), ofReviews(graph, degreeOf(graph, theme))]),
    ];
  },

  theme(context, theme) {
    const { graph, now } = context;
    const by = graph.total >= FEW ? now.by : "count";
    const row = ({ other, both }) => [other, linkTo(labelOf(other), theme, other), beside(graph, by, theme, other, both)];
    const often = [element("h3", {}, "Often found with"), ranked(alike(graph, theme), row, 6)];
    const when = [element("h3", {}, "When"), timeline(context, theme)];
    const words = [
      element("h3", {}, "The words behind it, review by review"),
      byReview(context, linkedWith(graph, theme), (review) => passages(context, review, [theme]).map((each) => quoted(each))),
    ];
    return [
      back(),
      heading(mark(theme), labelOf(theme)),
      quiet(`${groupName(theme)} · in ${ofReviews(graph, degreeOf(graph, theme))}`),
      definitionOf(theme) ? element("p", {}, definitionOf(theme)) : null,
      pageOf(theme) ? element("p", {}, element("a", { href: pageOf(theme), target: "_top" }, "Its page")) : null,
      tools(context, theme),
      ...(R < FEW ? [words, often, when] : [often, when, words]),
    ];
  },

  review(context, review) {
    const { graph } = context;
    const others = alike(graph, review);
    const themes = linkedWith(graph, review);
    return [
      back(),
      heading(mark(review), labelOf(review)),
      element("p", {}, titleOf(review)),
      quiet(documentOf(review)),
      addressesOf(review),
      summaryOf(review) && element("blockquote", { class: "summary" }, `“${summaryOf(review)}”`),
      facts(review, false),
      facts(review, true),
      tools(context, review),
      others.length ? element("h3", {}, "Shares themes with") : null,
      ranked(others, ({ other, both }) => [other, linkTo(labelOf(other), review, other), counted(both, "theme")], 6),
      element("h3", {}, `What it says on ${counted(themes.length, "theme")}`),
      passages(context, review, themes).map((each) => quoted(each, named(each, (theme) => linkTo(labelOf(theme), review, theme)))),
    ];
  },

  pair(context, one, other) {
    const { graph } = context;
    if (isTheme(one) !== isTheme(other)) return panels.link(context, Math.min(one, other), Math.max(one, other));
    const shared = sharedBy(graph, one, other);
    const many = isTheme(one) ? `In the same ${ofReviews(graph, shared.length)}` : `${counted(shared.length, "theme")} in both`;
    const told = isTheme(one)
      ? byReview(context, shared, (review) => passages(context, review, [one, other]).map((each) => quoted(each, named(each, labelOf))))
      : shared.map((theme) => element("section", { class: "told" }, element("h4", {}, mark(theme), linkTo(labelOf(theme), theme)),
        [one, other].map((review) => passages(context, review, [theme]).map((each) => quoted(each, ` · ${labelOf(review)}`)))));
    return [
      back(),
      heading(mark(one), linkTo(labelOf(one), one), " and ", mark(other), linkTo(labelOf(other), other)),
      quiet(`${many}. ${closeness(graph, one, other, shared.length)}`),
      pathLink(context, one, other),
      told,
    ];
  },

  link(context, review, theme) {
    const found = passages(context, review, [theme]);
    return [
      back(),
      heading(mark(review), linkTo(labelOf(review), review), " on ", mark(theme), linkTo(labelOf(theme), theme)),
      quiet(`${counted(found.length, "passage")} · the theme is in ${ofReviews(context.graph, degreeOf(context.graph, theme))}`),
      pathLink(context, review, theme),
      found.map((each) => quoted(each)),
    ];
  },

  path(context) {
    const { graph, now } = context;
    const way = wayOf(graph, now);
    const [one, other] = now.chosen;
    const steps = way.slice(1).map((node, n) => [way[n], node]);
    return [
      back(),
      heading("From ", mark(one), linkTo(labelOf(one), one), " to ", mark(other), linkTo(labelOf(other), other)),
      quiet(way.length
        ? `${counted(way.length - 1, "step")}, a shortest way along the lines of “${GRAPHS[now.of]}”, by the least common of the shortest.`
        : `No way along the lines of “${GRAPHS[now.of]}”. Show more lines, or another map.`),
      element("ol", { class: "way" }, way.map((node) => element("li", {}, mark(node), linkTo(labelOf(node), node)))),
      steps.length ? element("h3", {}, "The words behind each step") : null,
      ranked(steps, ([from, to]) => [to, linkTo(`${labelOf(from)} – ${labelOf(to)}`, from, to), "words"]),
    ];
  },

  results(context) {
    const { graph, now, found } = context;
    const inSummaries = found.summaries.map((review) => () => summarised(review, found.words));
    const inItems = found.items.map((item) => () =>
      quoted({ item, words: found.words }, [" · ", linkTo(labelOf(itemReview[item]), itemReview[item])]));
    const told = [...inSummaries, ...inItems];
    const total = found.themes.length + found.reviews.length + told.length;
    const tell = (passage) => passage();
    const shown = element("div", {}, told.slice(0, AT_ONCE).map(tell));
    return [
      heading(total ? `Found ${figure(total)} for “${now.query}”` : `Nothing holds “${now.query}”`),
      quiet(total ? "Names first, then passages." : "Names, definitions, summaries, learning and recommendations are searched. Try fewer words, or part of a word. Escape clears the search."),
      ranked(found.themes, (theme) => [theme, linkTo(labelOf(theme), theme), ofReviews(graph, degreeOf(graph, theme))]),
      ranked(found.reviews, (review) => [review, linkTo(labelOf(review), review), counted(degreeOf(graph, review), "theme")]),
      shown,
      told.length > AT_ONCE ? more(shown, told.slice(AT_ONCE), tell) : null,
    ];
  },
};

const themesByCount = (graph) => Array.from(graph.count.keys(), (theme) => theme + R)
  .filter((theme) => degreeOf(graph, theme))
  .sort((one, other) => degreeOf(graph, other) - degreeOf(graph, one) || labelOf(one).localeCompare(labelOf(other), "en"));

const reviewsOn = (graph) => Array.from({ length: R }, (_, review) => review).filter((review) => hasNode(graph, review));

/** A count, and the measure that was asked for beside it. */
function beside(graph, by, one, other, both) {
  const words = counted(both, "review");
  if (by === "count") return words;
  const { first, second } = figures(graph, one, other, both);
  return `${asText(by, measured(by, both, first, second, graph.total))} · ${words}`;
}

function communityList(now) {
  if (!data.communities.length) return null;
  const row = (name, n) => element("li", {}, element("a", { href: address({ community: n, chosen: [], colour: "community", query: "" }), "aria-current": now.community === n ? "true" : undefined }, name));
  return [element("h3", {}, "Themes found together (approximate)"), element("ul", { class: "ranked" }, data.communities.map(row))];
}

/** The panel of a state. */
export function panelOf(context) {
  const { now } = context;
  const [one, other] = now.chosen;
  if (now.query) return panels.results(context);
  if (now.path) return panels.path(context);
  if (other !== undefined) return panels.pair(context, one, other);
  if (one !== undefined) return isTheme(one) ? panels.theme(context, one) : panels.review(context, one);
  return now.community < 0 ? panels.overview(context) : panels.community(context);
}

export function showPanel(context) {
  const panel = byId("panel");
  const { lost } = context.now;
  const told = lost.length ? element("p", { role: "status" }, `This link names what is not on this page: ${lost.join(", ")}.`) : null;
  panel.replaceChildren(...[told, panelOf(context)].flat(Infinity).filter(Boolean));
  panel.scrollTop = 0;
}
