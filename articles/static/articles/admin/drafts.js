// Nobody's words are lost: what is typed and not saved is kept in this browser, and offered when the text is opened again.
import { choicesOf, differing, told, valuesOf, write } from "./drafts/fields.js";
import { draftsOf, drop, keep, nameOf, tidy } from "./drafts/store.js";
import { tokenOf } from "./token.js";

const place = document.getElementById("draft");
const form = document.getElementById("correction");
const PAUSE = 400; // milliseconds after the last key
const PATIENCE = 8000; // milliseconds for an answer, before a save is tried without it

document.addEventListener("DOMContentLoaded", () => {
  if (place && form) start();
});

function start() {
  const { user, article, desk } = place.dataset;
  const sign = document.createElement("input");
  Object.assign(sign, { type: "hidden", name: "draft", value: place.dataset.draft || newId() });
  form.append(sign);
  const shown = valuesOf(form);
  const startedUnsaved = place.dataset.unsaved === "yes"; // the page shows words that the server refused
  let isKept = true;
  let isLeaving = false;
  let waiting = 0;

  const isUnsaved = () => startedUnsaved || differing(shown, valuesOf(form)).length > 0;

  function note() {
    clearTimeout(waiting);
    waiting = 0;
    const name = nameOf(user, article, sign.value);
    const unsaved = isUnsaved();
    form.dataset.unsaved = unsaved ? "yes" : "no";
    isKept = true;
    if (!unsaved) drop(name);
    else isKept = keep(name, { at: Date.now(), version: form.elements.version.value, values: valuesOf(form), choices: choicesOf(form) });
  }

  function noteSoon() {
    clearTimeout(waiting);
    waiting = setTimeout(note, PAUSE);
  }

  const noteIfWaiting = () => { if (waiting && !isLeaving) note(); };
  form.addEventListener("input", noteSoon);
  form.addEventListener("change", noteSoon);
  window.addEventListener("pagehide", noteIfWaiting);
  document.addEventListener("visibilitychange", noteIfWaiting);
  window.addEventListener("beforeunload", (event) => {
    noteIfWaiting();
    if (!isKept && !isLeaving) event.preventDefault();
  });

  // --- Saving ------------------------------------------------------------------------------------

  let isAsking = false;
  form.addEventListener("submit", async (event) => {
    if (isLeaving) return;
    event.preventDefault();
    if (isAsking) return;
    isAsking = true;
    note();
    const problem = await whatIsWrong();
    isAsking = false;
    for (const said of place.parentElement.querySelectorAll("[data-problem]")) said.hidden = said.dataset.problem !== problem;
    if (problem) return;
    isLeaving = true;
    form.elements.csrfmiddlewaretoken.value = tokenOf(form);
    form.requestSubmit(event.submitter);
  });
  window.addEventListener("pageshow", () => { isLeaving = false; });
  document.addEventListener("draft:gone", () => { isLeaving = true; }); // signed out: nothing is kept any more

  /** Ask whether a save would arrive. What the server itself has trouble with, the save will tell. */
  async function whatIsWrong() {
    const body = new URLSearchParams({ version: form.elements.version.value, changed: form.dataset.unsaved });
    try {
      const headers = { "X-CSRFToken": tokenOf(form) };
      const answer = await fetch(place.dataset.url, { method: "POST", body, headers, signal: AbortSignal.timeout(PATIENCE) });
      return answer.status === 403 ? "signed-out" : "";
    } catch (error) {
      return error.name === "TimeoutError" ? "" : "offline";
    }
  }

  // --- What was kept before ------------------------------------------------------------------------

  tidy(user, desk);
  for (const draft of draftsOf(user, article)) {
    if (draft.name === nameOf(user, article, sign.value)) continue;
    const fields = draft.values ? differing(shown, draft.values) : [];
    if (fields.length) offer(draft, fields);
    else drop(draft.name);
  }
  if (startedUnsaved) note();

  function offer(draft, fields) {
    const line = place.querySelector("template").content.firstElementChild.cloneNode(true);
    const when = new Date(draft.at);
    const isToday = when.toDateString() === new Date().toDateString();
    const style = isToday ? { timeStyle: "short" } : { dateStyle: "short", timeStyle: "short" };
    const time = line.querySelector("time");
    time.dateTime = when.toISOString();
    time.textContent = when.toLocaleString(document.documentElement.lang, style);
    const isOlder = draft.version !== form.elements.version.value;
    line.querySelector(".older").hidden = !isOlder;
    line.querySelector("ul").append(...fields.map((name) => told(form, name, shown, draft.values, draft.choices)).filter(({ gone, come }) => gone || come).map(inLine));
    line.querySelector("[data-do=restore]").addEventListener("click", () => (isOlder ? sendAgain(draft) : restore(draft, fields, line)));
    line.querySelector("[data-do=drop]").addEventListener("click", () => {
      drop(draft.name);
      remove(line);
    });
    place.querySelector("ul").append(line);
    place.hidden = false;
  }

  function remove(line) {
    line.remove();
    if (!place.querySelector("li [data-do]")) place.hidden = true;
    form.querySelector("textarea, input:not([type=hidden])")?.focus();
  }

  /** Put the words back where they were typed. What was typed here meanwhile stays a draft of its own. */
  function restore(draft, fields, line) {
    if (isUnsaved()) {
      note();
      sign.value = newId();
    }
    write(form, fields, draft.values, draft.choices);
    drop(draft.name);
    remove(line);
    form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }));
    note();
  }

  /** Send the words as they were typed, over the version that they were typed on: the server shows both versions. */
  function sendAgain(draft) {
    if (isUnsaved()) note();
    const sent = document.createElement("form");
    sent.method = "post";
    sent.hidden = true;
    const id = draft.name.split(":").at(-1);
    for (const [name, value] of [...draft.values, ["draft", id], ["csrfmiddlewaretoken", tokenOf(form)], ["_save", "1"]]) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      sent.append(field);
    }
    document.body.append(sent);
    isLeaving = true;
    HTMLFormElement.prototype.submit.call(sent);
  }
}

const newId = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

function inLine({ label, gone, come }) {
  const line = document.createElement("li");
  if (label) line.append(`${label}: `);
  for (const [tag, words] of [["del", gone], ["ins", come]]) {
    if (!words) continue;
    const part = document.createElement(tag);
    part.textContent = words;
    line.append(part, " ");
  }
  return line;
}
