// The bricks of the panel: headings, links with their marks, lists of them.

import { isTheme } from "./data.js";
import { button, counted, element, figure } from "./dom.js";
import { markOf, reviewMark, styleOf } from "./marks.js";
import { choosing } from "./state.js";

const LISTED = 40; // links in a list, before "more" is asked for

export const mark = (node, colour = "group") => (isTheme(node) ? markOf(styleOf(node, colour)) : reviewMark());
export const linkTo = (label, ...nodes) => element("a", { href: choosing(...nodes) }, label);
export const heading = (...label) => element("h2", { tabindex: "-1" }, ...label);
export const quiet = (...words) => element("p", { class: "quiet" }, ...words);
export const back = () => element("p", { class: "back" }, element("a", { href: choosing() }, "← Everything"));
export const ofReviews = (graph, number) => `${figure(number)} of ${counted(graph.total, "review")}`;

/** A list of links, each with a mark and a number; the rows beyond the first are made when they are asked for. */
export function ranked(things, rowOf, most = LISTED) {
  const made = (thing) => {
    const [node, link, number] = rowOf(thing);
    return element("li", {}, mark(node), link, element("span", { class: "number" }, number));
  };
  const list = element("ul", { class: "ranked" }, things.slice(0, most).map(made));
  return things.length > most ? [list, more(list, things.slice(most), made)] : list;
}

/** A button that appends the rest to a list and goes; whoever pressed it by a key reads on from the first of them. */
export function more(list, rest, made) {
  const press = button(`Show ${figure(rest.length)} more`, () => {
    const first = list.childElementCount;
    list.append(...rest.map(made));
    press.remove();
    list.children[first].querySelector("a")?.focus();
  }, { class: "more" });
  return press;
}
