// The correction screen by keyboard: keys, buttons and the switch. Without this file the page is a form that does the same.
import { pressed } from "../keys.js";
import { Marking } from "./marking.js";
import { Original } from "./original.js";
import { Walk } from "./walk.js";

const form = document.getElementById("correction");
const section = document.querySelector(".original");
const status = document.getElementById("status");
let silence = 0;
const say = (words) => {
  status.textContent = "";
  clearTimeout(silence);
  setTimeout(() => { status.textContent = words.length > 100 ? `${words.slice(0, 99)}…` : words; }, 50);
  silence = setTimeout(() => { status.textContent = ""; }, 8000);
};
const isWriting = (element) => element.matches("textarea, select, input:not([type=checkbox]):not([type=radio]), [contenteditable]");

document.addEventListener("DOMContentLoaded", () => {
  if (form?.querySelector("[name=_save]")) start();
});

function start() {
  document.documentElement.classList.add("has-script");
  const original = section ? new Original(section) : null;
  const marking = original ? new Marking(form, original, say) : null;
  const walk = new Walk(form, original);
  let lastField = null;

  /** A value that is offered beside a field, taken into it. */
  form.addEventListener("click", (event) => {
    const offer = event.target.closest("[data-sets]");
    if (!offer) return;
    const field = document.getElementById(offer.dataset.sets);
    field.value = offer.value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });

  const press = (name) => form.requestSubmit(form.querySelector(`.steps [name=${name}]`));
  let before = null;
  /** Open a list and go there; close it and go back. */
  const toggle = (element) => {
    element.open = !element.open;
    if (element.open) before = document.activeElement;
    (element.open ? element.querySelector("summary") : before)?.focus();
  };
  const toWords = (box) => {
    const place = box.closest(".field, li").querySelector('a[href^="#read-"]');
    const mark = place && section?.querySelector(`[data-read~="${CSS.escape(place.hash.slice(6))}"]`);
    if (!mark) return;
    window.getSelection().removeAllRanges(); // the next key means this line
    original.focus(mark.closest(".line"));
  };
  const toFields = () => (lastField?.isConnected ? lastField : walk.stops[0] || walk.last)?.focus();
  const found = original && document.getElementById("found-name");

  let asked = "";
  /** The box that says that a name which was read at these words is not meant: the first thing to decide about it. */
  function knownAt(range) {
    const words = original.words(range);
    const mark = [...original.active.querySelectorAll("mark.name")].find((one) => one.textContent.trim() === words);
    const key = mark?.dataset.read.split(" ").find((one) => one.startsWith("name-"));
    return key && form.querySelector(`[name=not_meant][value="${key.slice(5)}"]`);
  }

  function name() {
    const range = original?.range();
    if (!found || !range) return;
    const known = knownAt(range);
    if (known && asked !== String(range)) {
      asked = String(range);
      known.focus();
      return;
    }
    form.elements.name_start.value = range[0];
    form.elements.name_end.value = range[1];
    form.elements.name_words.value = original.words(range).slice(0, 200);
    found.open = true;
    walk.free(found);
    form.elements.name_words.focus();
  }
  form.elements.name_words?.addEventListener("input", () => {
    form.elements.name_start.value = form.elements.name_end.value = "";
  });

  /** Do with the selected words what a button says: give them a role here, or teach it for other texts. */
  function use(button) {
    if (button.name === "_mark") {
      marking.mark(button.value);
      return;
    }
    const range = original.range();
    if (!range) return;
    [form.elements.mark_start.value, form.elements.mark_end.value] = range;
    form.requestSubmit(button);
  }

  const deeds = { name, undo: () => marking.undo(), redo: () => marking.redo() };
  section?.addEventListener("mousedown", (event) => {
    if (event.target.closest(".marking button")) event.preventDefault(); // keeps the selected words selected
  });
  section?.addEventListener("click", (event) => {
    const button = event.target.closest(".marking button");
    if (!button) return;
    event.preventDefault();
    if (button.dataset.do) deeds[button.dataset.do]();
    else use(button);
  });

  form.addEventListener("focusin", (event) => {
    if (event.target.closest(".field, .name-list li")) lastField = event.target;
  });
  form.addEventListener("draft:restored", () => marking?.refresh());
  // A mark that is not answered yet is waited for; one that is refused is looked at first.
  document.addEventListener("submit", (event) => {
    if (event.target !== form || !marking?.isBusy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    marking.turn.then((isDone) => { if (isDone) form.requestSubmit(event.submitter); });
  }, true);
  form.addEventListener("change", (event) => {
    const box = event.target.closest(".field")?.querySelector("[data-stop]");
    if (box && box !== event.target) box.checked = true; // what a person wrote is decided
  });

  function atStop(event, box) {
    const keys = {
      Enter: () => walk.confirm(box),
      e: () => (walk.controlAt(box) || box.closest("li").querySelector("a"))?.focus(),
      w: () => toWords(box),
      x: () => {
        const not = box.closest("li")?.querySelector("[name=not_meant]");
        if (!not) return false;
        not.checked = true;
        not.dispatchEvent(new Event("input", { bubbles: true }));
        walk.next(box);
        return true;
      },
    };
    const key = pressed(event);
    return keys[key] ? keys[key]() !== false : false;
  }

  function inOriginal(event) {
    const key = pressed(event);
    if (key === "n") name();
    else if (key === "u") marking.undo();
    else if (key === "U") marking.redo();
    else if (key === "Escape") toFields();
    else if (key === "Enter") {
      const line = event.target.closest(".line");
      if (!line) return false; // a button: it is pressed
      line.querySelector("[data-read]")?.click();
    }
    else {
      const button = [...section.querySelectorAll(".marking [data-key]")].find((one) => one.dataset.key === key);
      if (!button) return false;
      use(button);
    }
    return true;
  }

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    const control = event.ctrlKey || event.metaKey;
    const key = pressed(event);
    let taken = true;
    if (control && key === "Enter") press(form.querySelector(".steps [name=_file]") ? "_file" : "_save");
    else if (control && key.toLowerCase() === "s") press("_save");
    else if (control && key.toLowerCase() === "z" && section?.contains(at)) event.shiftKey ? marking.redo() : marking.undo();
    else if (event.key === "F6" && original) section.contains(at) ? toFields() : original.focus();
    else if (control || event.altKey || isWriting(at)) taken = false;
    else if (event.key === "?") toggle(document.getElementById("keys"));
    else if (at.matches("[data-stop]")) taken = atStop(event, at);
    else if (original && (section.contains(at) || (at === document.body && original.selected))) taken = inOriginal(event);
    else taken = false;
    if (taken) event.preventDefault();
  });

  const wrong = document.querySelector(".errornote:not([hidden])");
  if (wrong) {
    wrong.tabIndex = -1; // what went wrong is read first
    wrong.focus();
  } else if (walk.wanted && document.activeElement === document.body && !location.hash) walk.begin();
  whomCouldTheyMean(walk);
}

/** Look up whom the unknown names could mean once the page stands: that costs more than all the rest of it. */
async function whomCouldTheyMean(walk) {
  const names = document.getElementById("unknown-names");
  if (!names?.dataset.more) return;
  const response = await fetch(names.dataset.more).catch(() => null);
  if (!response?.ok || response.redirected || names.contains(document.activeElement)) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const found = page.getElementById("unknown-names");
  if (!found) return;
  names.replaceChildren(...found.childNodes);
  walk.apply(names);
}
