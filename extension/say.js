// Every text is in _locales; what is named in data-say is said when the page opens.
"use strict";

const say = (name, ...parts) => chrome.i18n.getMessage(name, parts.map(String));

document.documentElement.lang = chrome.i18n.getMessage("language") || "en";
for (const part of document.querySelectorAll("[data-say]")) {
  part.textContent = say(part.dataset.say);
}

// An element with texts and elements in it; nothing that comes from outside is ever read as HTML.
const made = (tag, words = {}, ...parts) => {
  const element = Object.assign(document.createElement(tag), words);
  element.append(...parts.filter(Boolean));
  return element;
};

const shown = (name, ...parts) => {
  const place = document.getElementById("answer");
  place.replaceChildren(made("div", { className: `card stack ${name}` }, ...parts));
  return place;
};
