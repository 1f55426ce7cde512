// Yasgui over the endpoint of this site alone: our own terms complete, and nothing is kept in the browser.
"use strict";

const MOST = 60;
const NOT_HERE = new Set(["comment", "string", "variable-3"]);

function completer(help) {
  const terms = [
    ...help.terms.map((each) => each.term),
    ...Object.keys(help.prefixes).map((prefix) => prefix + ":"),
  ];
  return {
    name: "graph",
    bulk: false,
    autoShow: true,
    onInitialize: (yasqe) => yasqe.on("autocompletionClose", () => setTimeout(() => declare(yasqe, help.prefixes))),
    isValidCompletionPosition: (yasqe) => {
      const token = yasqe.getCompleteToken();
      return /^[A-Za-z][\w:-]+$/.test(token.string) && !NOT_HERE.has(token.type);
    },
    get: (yasqe, token) => found(terms, token.string.trim().toLowerCase()),
  };
}

/** The terms that begin with what was typed, then those that hold it. */
function found(terms, typed) {
  const [first, ...rest] = typed.split(":");
  const name = rest.length ? rest.join(":") : first;
  const held = terms.filter((term) => {
    const [prefix, local] = term.toLowerCase().split(":");
    return rest.length ? prefix === first && local.includes(name) : (prefix + ":" + local).includes(name);
  });
  const begins = (term) => (term.toLowerCase().split(":")[1].startsWith(name) ? 0 : 1);
  return held.sort((one, other) => begins(one) - begins(other) || one.localeCompare(other)).slice(0, MOST);
}

/** Put the prefixes that are used and not declared before the question. */
function declare(yasqe, prefixes) {
  const declared = yasqe.getPrefixesFromQuery();
  const text = yasqe.getValue();
  for (const [prefix, iri] of Object.entries(prefixes)) {
    if (!(prefix in declared) && new RegExp("(^|[\\s(^/|])" + prefix + ":[A-Za-z]").test(text)) {
      yasqe.addPrefixes({ [prefix]: iri });
    }
  }
}

function offer(yasgui, saved) {
  const select = document.getElementById("saved");
  for (const each of saved) select.add(new Option(each.title, each.name));
  select.addEventListener("change", () => {
    const chosen = saved.find((each) => each.name === select.value);
    if (chosen) yasgui.getTab().getYasqe().setValue(chosen.sparql);
  });
}

async function start() {
  const answer = await fetch("/sparql/help.json");
  const help = await answer.json();
  Yasgui.Yasqe.registerAutocompleter(completer(help), false);
  const yasgui = new Yasgui(document.getElementById("editor"), {
    requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST", headers: {} },
    persistenceId: null,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    yasqe: { ...Yasgui.Yasqe.defaults, value: help.saved[0].sparql, autocompleters: ["variables", "graph"], persistenceId: null },
    yasr: { ...Yasgui.Yasr.defaults, prefixes: help.prefixes, persistenceId: null },
  });
  offer(yasgui, help.saved);
  document.documentElement.dataset.ready = "";
}

start();
