// The popup: two things to do with the page in front of the person, each at a click.
"use strict";

const acts = document.getElementById("acts");
const buttons = { posting: document.getElementById("posting"), people: document.getElementById("people") };

// The tab to read; a test opens this page in a tab of its own and names the other one.
const tabMeant = async () => {
  const named = Number(new URLSearchParams(location.search).get("tab"));
  if (named) return chrome.tabs.get(named);
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  return tab;
};

const pageOf = async (tab) => {
  const func = () => ({ url: location.href, html: document.documentElement.outerHTML });
  try {
    const [{ result }] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func });
    if (result?.html) return result;
  } catch {
    // Pages of the browser itself, its store, and files are closed to every extension.
  }
  throw new Trouble(say("notReadable"));
};

const busy = (is, words = "") => {
  for (const button of Object.values(buttons)) button.disabled = is;
  if (is) shown("", made("p", {}, words));
};

// Go on at the desk; never anywhere else, whatever was answered.
const goTo = (words, desk, address) => {
  const button = made("button", { className: "primary", type: "button" }, words);
  button.addEventListener("click", async () => {
    if (new URL(address, desk).origin === desk) await chrome.tabs.create({ url: address });
    window.close();
  });
  return button;
};

const tell = (trouble) => {
  const parts = [made("h2", {}, trouble.message)];
  if (trouble.hint) parts.push(made("p", { className: "soft" }, trouble.hint));
  if (trouble.act === "start") parts.push(startWords());
  if (trouble.act === "pair") parts.push(toOptions());
  const place = shown(trouble.act === "pair" ? "" : "bad", ...parts);
  (place.querySelector("button") ?? place).focus();
};

const toOptions = () => {
  const button = made("button", { className: "primary", type: "button" }, say("pairNow"));
  button.addEventListener("click", async () => {
    await chrome.runtime.openOptionsPage();
    window.close();
  });
  return button;
};

const doing = async (words, work) => {
  busy(true, words);
  try {
    await work();
  } catch (trouble) {
    if (trouble.needs?.length) return;
    tell(trouble instanceof Trouble ? trouble : new Trouble(say("wentWrong")));
    if (trouble.act === "pair") acts.hidden = true;
  } finally {
    busy(false);
  }
};

const keepPosting = async (page, said = {}) => {
  const at = await kept();
  let told;
  try {
    told = await asked("posting", { ...page, ...said }, at);
  } catch (trouble) {
    if (trouble.needs?.length) askFor(trouble, page, said);
    throw trouble;
  }
  const next = told.next ? made("p", {}, say("next", told.next, told.day)) : null;
  const named = told.people.length ? made("p", {}, say("named", told.people.join(", "))) : null;
  const closes = told.closes ? made("p", { className: "soft" }, say("closes", told.closes)) : null;
  const quiet = told.no_calls ? made("p", { className: "warn" }, say("noCalls", told.no_calls)) : null;
  const go = goTo(say("openIt"), at.desk, told.address);
  shown(
    "go",
    made("p", { className: "small soft" }, say(told.known ? "knownBefore" : "keptNow")),
    made("h2", {}, say("jobAt", told.title, told.employer)),
    next, named, closes, quiet, go,
  );
  go.focus();
};

// What the posting does not say, the person says.
const askFor = (trouble, page, said) => {
  const form = made("form", { className: "stack" }, made("h2", {}, trouble.message));
  for (const name of trouble.needs) {
    const input = made("input", { name, id: `say-${name}`, required: true, autocomplete: "off" });
    form.append(made("div", {}, made("label", { htmlFor: input.id }, say(name)), input));
  }
  form.append(made("button", { className: "primary" }, say("keepIt")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const more = Object.fromEntries(new FormData(form));
    doing(say("reading"), () => keepPosting(page, { ...said, ...more }));
  });
  shown("", form);
  form.querySelector("input").focus();
};

const offerPeople = async (page) => {
  const told = await asked("people", page, await kept());
  const list = made("ul", { className: "people", tabIndex: 0 });
  list.setAttribute("aria-label", say("found", told.count));
  for (const one of told.people) {
    list.append(made("li", {}, one.name, one.title ? made("span", {}, one.title) : null));
  }
  const form = made("form", { className: "stack" }, made("h2", {}, say("found", told.count)), list);
  if (!told.openings.length) {
    form.append(made("p", { className: "soft" }, say("noOpenings")));
    shown("", form);
    return;
  }
  const choice = made("select", { id: "opening", name: "opening" });
  const groups = [["theirs", told.openings.filter((one) => one.fits)],
    ["others", told.openings.filter((one) => !one.fits)]];
  for (const [name, openings] of groups) {
    if (!openings.length) continue;
    const group = made("optgroup", { label: say(name) });
    for (const one of openings) {
      const words = one.title ? say("jobAt", one.title, one.employer) : one.employer;
      group.append(made("option", { value: String(one.opening) }, words));
    }
    choice.append(group);
  }
  if (!told.openings.some((one) => one.fits)) {
    choice.prepend(made("option", { value: "", selected: true }, say("choose")));
    choice.required = true;
  }
  form.append(
    made("div", {}, made("label", { htmlFor: choice.id }, say("forWhich")), choice),
    made("button", { className: "primary" }, say("keepPeople")),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    doing(say("reading"), () => keepPeople(page, choice.value));
  });
  shown("", form);
  choice.focus();
};

const keepPeople = async (page, opening) => {
  const at = await kept();
  const told = await asked("people", { ...page, opening }, at);
  const go = goTo(say("whoHires"), at.desk, told.address);
  shown(
    "go",
    made("h2", {}, say("keptPeople", told.employer)),
    made("p", {}, say("newAndKnown", told.new, told.known)),
    go,
  );
  go.focus();
};

const begin = async () => {
  const { token } = await kept();
  if (!token) {
    tell(new Trouble(say("notPaired"), { hint: say("notPairedHint"), act: "pair" }));
    return;
  }
  const tab = await tabMeant();
  document.getElementById("where").textContent = tab?.title ?? "";
  const read = (words, work) => () => doing(words, async () => work(await pageOf(tab)));
  buttons.posting.addEventListener("click", read(say("reading"), keepPosting));
  buttons.people.addEventListener("click", read(say("reading"), offerPeople));
  acts.hidden = false;
  buttons.posting.focus();
};

begin();
