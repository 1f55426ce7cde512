// What the page knows, and what follows from it. Everything on the page is counted from here.

const data = JSON.parse(document.getElementById("data").textContent);
const reviews = new Map(data.reviews.map((review) => [review.id, review]));
const themes = new Map(data.themes.map((theme) => [theme.id, theme]));

for (const theme of data.themes) theme.reviews = [];
for (const review of data.reviews) {
  review.themes = [...new Set(review.quotes.map(([theme]) => theme))];
  for (const id of review.themes) themes.get(id).reviews.push(review.id);
}

// The address holds the last part of an IRI; the whole would not fit a message.
const local = (id) => id.slice(Math.max(id.lastIndexOf("/"), id.lastIndexOf("#")) + 1);
const byLocal = new Map([...reviews.keys(), ...themes.keys()].map((id) => [local(id), id]));

const node = (id) => reviews.get(id) ?? themes.get(id);
const isTheme = (id) => themes.has(id);
const inBoth = (some, others) => some.filter((id) => others.includes(id));
const linked = (id) => (isTheme(id) ? themes.get(id).reviews : reviews.get(id).themes);
const byLabel = (one, other) => one.label.localeCompare(other.label, "en");

// Six groups have a colour of their own; more could not be told apart, so the rest share a grey.
const OTHER = "other";
const groupOf = (theme) => (data.groups.includes(theme.group) ? theme.group : OTHER);
const colourOf = (group) => (data.groups.includes(group) ? data.groups.indexOf(group) : 6);
const ofGroup = (group) => data.themes.filter((theme) => groupOf(theme) === group);
const groupName = (group) => (group === OTHER ? "Other groups" : group);

const counted = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
const ofAll = (number) => `${number} of ${counted(reviews.size, "review")}`;

/** A review's items that name one of these themes: each once, in the order printed, with the words that name them. */
function passages(review, wanted) {
  const found = new Map();
  for (const [theme, item, words] of review.quotes) {
    if (!wanted.includes(theme)) continue;
    if (!found.has(item)) found.set(item, { ...review.items[item], words: [], themes: [] });
    found.get(item).words.push(words);
    if (!found.get(item).themes.includes(theme)) found.get(item).themes.push(theme);
  }
  return [...found.entries()].sort(([one], [other]) => one - other).map(([, passage]) => passage);
}

/** Others of the same kind that share something with this one, the most first. */
function alike(id) {
  const mine = linked(id);
  const others = isTheme(id) ? data.themes : data.reviews;
  return others
    .filter((other) => other.id !== id)
    .map((other) => ({ other, shared: inBoth(mine, linked(other.id)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((one, two) => two.shared - one.shared || byLabel(one.other, two.other));
}

/** What holds the words: themes by name, reviews by name or summary, and passages by what they say. */
function search(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (...texts) => words.every((word) => texts.join(" ").toLowerCase().includes(word));
  return {
    words,
    themes: data.themes.filter((theme) => holds(theme.label)),
    reviews: data.reviews.filter((review) => holds(review.label, review.title, review.summary)),
    passages: data.reviews.flatMap((review) =>
      passages(review, review.themes).filter(({ text }) => holds(text)).map((passage) => ({ review, passage })),
    ),
  };
}
