// The walk through the doubtful values: Tab stops at each of them and nowhere else, one key says that it is right.

const FOCUSABLE = "a[href], button, input:not([type=hidden]), select:not(.admin-autocomplete), textarea, summary, [tabindex]";
const KEPT = "newsroom.walk";

export class Walk {
  constructor(form, original) {
    this.form = form;
    this.original = original;
    this.switch = document.getElementById("walk");
    this.wanted = remembered() !== "no";
    this.switch.checked = this.wanted && this.stops.length > 0;
    this.switch.addEventListener("change", () => {
      this.wanted = this.switch.checked;
      remember(this.wanted ? "yes" : "no");
      this.apply();
    });
    this.apply();
    // The boxes that stand for lists which are searched are made once the page has loaded.
    window.addEventListener("load", () => setTimeout(() => this.apply()));
  }

  /** The boxes of values that a person should look at, in the order of the page. */
  get stops() {
    return [...this.form.querySelectorAll("[data-stop]")];
  }

  get last() {
    return this.form.querySelector(".steps [name=_file], .steps [name=_save]");
  }

  get isOn() {
    return this.switch.checked;
  }

  /** Take everything of `part` but the stops out of the order of Tab, or put it back. */
  apply(part = this.form.closest("#content")) {
    this.original?.reach(!this.isOn);
    if (!this.isOn) {
      this.free(part);
      return;
    }
    const stops = new Set([...this.stops, this.last, this.switch]);
    for (const one of part.querySelectorAll(FOCUSABLE)) {
      if (one.tabIndex < 0 || stops.has(one) || one.closest(".lines, .steps, .said, .messagelist, .suggestion")) continue;
      one.dataset.tab = one.getAttribute("tabindex") ?? "";
      one.tabIndex = -1;
    }
  }

  /** Put the controls of `part` back into the order of Tab, each as it was. */
  free(part) {
    for (const one of part.querySelectorAll("[data-tab]")) {
      if (one.dataset.tab) one.setAttribute("tabindex", one.dataset.tab);
      else one.removeAttribute("tabindex");
      delete one.dataset.tab;
    }
  }

  begin() {
    (this.stops.find((box) => !box.checked) || this.last)?.focus();
  }

  /** Say that the value is right and go on to the next one that nobody has looked at. */
  confirm(box) {
    box.checked = true;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    this.next(box);
  }

  next(box) {
    const stops = this.stops;
    const behind = stops.slice(stops.indexOf(box) + 1);
    (behind.find((one) => !one.checked) || this.last).focus();
  }

  /** The control of the value at a stop, to edit it. */
  controlAt(box) {
    return box.closest(".field, li").querySelector("textarea, select, input:not([type=hidden]):not([type=checkbox])");
  }
}

function remembered() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null; // storage is switched off
  }
}

function remember(value) {
  try {
    localStorage.setItem(KEPT, value);
  } catch {
    // storage is switched off: the switch holds for this page
  }
}
