// The desk on this machine: where it is, the token it gave, and one way to ask it.
"use strict";

const STANDARD = "http://127.0.0.1:8642";
const LARGEST = 10_000_000;

class Trouble extends Error {
  constructor(sentence, { hint = "", act = "", needs = [] } = {}) {
    super(sentence);
    this.hint = hint;
    this.act = act;
    this.needs = needs;
  }
}

const kept = async () => {
  const { desk = STANDARD, token = "" } = await chrome.storage.local.get(["desk", "token"]);
  return { desk, token };
};
const keep = async (desk, token) => {
  // Where a browser knows of levels, no script in a page can ever come to read it.
  await chrome.storage.local.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  await chrome.storage.local.set({ desk, token });
};
const forget = () => chrome.storage.local.remove("token");

// The origin of an address on this machine; empty for any other.
const deskAt = (text) => {
  try {
    const typed = text.trim();
    const url = new URL(/^[a-z]+:\/\//i.test(typed) ? typed : `http://${typed}`);
    const isHere = ["127.0.0.1", "localhost"].includes(url.hostname);
    return isHere && url.protocol === "http:" ? url.origin : "";
  } catch {
    return "";
  }
};

const asked = async (path, told, { desk, token }) => {
  const body = JSON.stringify(told);
  if (new Blob([body]).size > LARGEST) throw new Trouble(say("tooLarge"));
  const headers = { "Content-Type": "application/json" };
  if (token) headers.Authorization = `Bearer ${token}`;
  let answer;
  try {
    answer = await fetch(`${desk}/extension/${path}/`, {
      method: "POST", headers, body, credentials: "omit", cache: "no-store", redirect: "error",
    });
  } catch {
    throw new Trouble(say("notRunning"), { act: "start" });
  }
  const words = await answer.json().catch(() => ({}));
  if (answer.ok) return words;
  if (answer.status === 401) {
    await forget();
    throw new Trouble(say("shutOut"), { act: "pair" });
  }
  const { error, hint = "", needs = [] } = words;
  if (!error) throw new Trouble(say("otherProgram"), { hint: say("otherProgramHint") });
  throw new Trouble(error, { hint, needs });
};

const startWords = () => made("p", {}, `${say("startRingback")} `, made("code", {}, "ringback serve"));
