// The original beside the form: a list of lines that the arrow keys walk through, line by line and word by word.
// Places are counted in characters (code points) of the text, as the server counts them.

const WORD = /\S+/g;
const characters = (text) => [...text].length;
/** Where the right arrow leads: to the next word, in a line that runs from right to left to the one before. */
const forward = (line) => (getComputedStyle(line.querySelector("p")).direction === "rtl" ? -1 : 1);

export class Original {
  constructor(section) {
    this.section = section;
    this.list = section.querySelector(".lines");
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-multiselectable", "true");
    this.reachable = true;
    this.prepare();
    this.list.addEventListener("keydown", (event) => this.#onArrow(event));
    this.list.addEventListener("focusin", (event) => this.#take(event.target.closest(".line")));
  }

  get lines() {
    return [...this.list.querySelectorAll(".line[data-start]")];
  }

  /** The line that the keys are at. */
  get active() {
    return this.list.querySelector('.line[aria-selected="true"]') || this.lines[0];
  }

  /** Where the keys are: the line, and the words that are selected. */
  get place() {
    return JSON.stringify([this.active?.dataset.start, this.selected]);
  }

  /** The words that are selected: [start, end], or null. */
  get selected() {
    const selection = window.getSelection();
    if (selection.isCollapsed || !this.list.contains(selection.anchorNode) || !this.list.contains(selection.focusNode)) return null;
    const range = selection.getRangeAt(0);
    const start = this.#placeOf(range.startContainer, range.startOffset);
    const end = this.#placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null || start >= end) return null;
    const [first, last] = this.#trimmed(start, end);
    return first < last ? [first, last] : [start, end]; // nothing but white space: it is refused in words
  }

  /** Make each line an option that the keys can be at. */
  prepare() {
    this.lines.forEach((line) => {
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      line.tabIndex = -1;
    });
  }

  /** Let Tab stop at the line that the keys are at, or not: it goes through the doubtful values only. */
  reach(isReachable) {
    this.reachable = isReachable;
    if (this.active) this.active.tabIndex = isReachable ? 0 : -1;
  }

  focus(line = this.active) {
    if (!line) return;
    line.focus({ preventScroll: true });
    const bar = this.section.querySelector(".marking");
    this.section.style.setProperty("--bar", `${bar.offsetHeight}px`); // it stays at the top: no line hides behind it
    line.scrollIntoView({ block: "nearest" });
  }

  /** Put in the lines as they are labelled now, and go to the words at `range`; without one the keys stay where they are. */
  replace(html, range = null) {
    const isHere = document.activeElement === document.body || this.section.contains(document.activeElement);
    const selected = range ? null : this.selected;
    const start = range ? range[0] : Number(this.active?.dataset.start ?? 0);
    this.list.innerHTML = html;
    this.prepare();
    const line = this.#lineAt(start) || this.lines[0];
    this.#take(line);
    if (isHere) this.focus(line);
    if (selected) this.#selectPlaces(selected);
  }

  /** The words that are selected, else the line that the keys are at: [start, end]; null where there is neither. */
  range() {
    const { selected, active: line } = this;
    if (selected) return selected;
    return line ? [Number(line.dataset.start), Number(line.dataset.end)] : null;
  }

  /** The words at a place, as they stand in the lines that are shown. */
  words([start, end]) {
    return this.lines
      .filter((line) => Number(line.dataset.start) < end && start < Number(line.dataset.end))
      .map((line) => {
        const from = Number(line.dataset.start);
        return [...line.querySelector("p").textContent].slice(Math.max(0, start - from), end - from).join("");
      })
      .join(" ").replace(/\s+/g, " ").trim();
  }

  #take(line) {
    if (!line) return;
    this.lines.forEach((one) => {
      one.setAttribute("aria-selected", String(one === line));
      one.tabIndex = this.reachable && one === line ? 0 : -1;
    });
  }

  #lineAt(start) {
    return this.lines.findLast((one) => Number(one.dataset.start) <= start);
  }

  #trimmed(start, end) {
    const lines = this.lines;
    const line = lines.find((one) => Number(one.dataset.start) <= start && start < Number(one.dataset.end));
    const last = lines.find((one) => Number(one.dataset.start) < end && end <= Number(one.dataset.end));
    const before = line ? [...line.querySelector("p").textContent].slice(start - Number(line.dataset.start)).join("") : "";
    const behind = last ? [...last.querySelector("p").textContent].slice(0, end - Number(last.dataset.start)).join("") : "";
    return [start + characters(before) - characters(before.trimStart()), end - characters(behind) + characters(behind.trimEnd())];
  }

  #placeOf(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    const line = element.closest(".line[data-start]");
    if (!line) return null;
    const words = line.querySelector("p");
    if (!words.contains(node)) return Number(line.dataset.start);
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(node, offset);
    return Number(line.dataset.start) + characters(before.toString());
  }

  #onArrow(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const line = event.target.closest(".line");
    const moves = {
      ArrowDown: () => this.#toLine(line, 1, event.shiftKey),
      ArrowUp: () => this.#toLine(line, -1, event.shiftKey),
      ArrowRight: () => this.#toWord(line, forward(line), event.shiftKey),
      ArrowLeft: () => this.#toWord(line, -forward(line), event.shiftKey),
      Home: () => this.focus(this.lines[0]),
      End: () => this.focus(this.lines.at(-1)),
    };
    if (!line || !moves[event.key]) return;
    event.preventDefault();
    moves[event.key]();
  }

  #toLine(line, step, extend) {
    const lines = this.lines;
    const next = lines[lines.indexOf(line) + step];
    if (!next) return;
    const selection = window.getSelection();
    if (!extend) selection.removeAllRanges();
    else {
      const from = selection.isCollapsed || !this.list.contains(selection.anchorNode) ? line.querySelector("p") : null;
      const [first, last] = step > 0 ? [0, 1] : [1, 0];
      if (from) selection.setBaseAndExtent(from, first * from.childNodes.length, from, last * from.childNodes.length);
      const to = next.querySelector("p");
      selection.extend(to, last * to.childNodes.length);
    }
    this.focus(next);
  }

  #toWord(line, step, extend) {
    const selection = window.getSelection();
    const text = line.querySelector("p").textContent;
    const words = [...text.matchAll(WORD)].map((found) => [found.index, found.index + found[0].length]);
    const inside = !selection.isCollapsed && line.contains(selection.anchorNode) && line.contains(selection.focusNode);
    const base = inside ? this.#unitsTo(line, selection.anchorNode, selection.anchorOffset) : -1;
    const head = inside ? this.#unitsTo(line, selection.focusNode, selection.focusOffset) : -1;
    const [low, high] = [Math.min(base, head), Math.max(base, head)];
    const current = head < base ? words.findIndex(([from]) => from >= low) : words.findLastIndex(([, to]) => to <= high);
    const next = words[inside ? current + step : step > 0 ? 0 : words.length - 1];
    if (!next) return;
    if (extend && inside) {
      const first = words.findIndex(([from]) => from >= low);
      const last = words.findLastIndex(([, to]) => to <= high);
      const fixed = head < base ? words[last] : words[first];
      const forward = next[0] >= fixed[0];
      this.#select(line, forward ? fixed[0] : fixed[1], forward ? next[1] : next[0]);
    } else this.#select(line, next[0], next[1]);
  }

  #unitsTo(line, node, offset) {
    const range = document.createRange();
    range.selectNodeContents(line.querySelector("p"));
    range.setEnd(node, offset);
    return range.toString().length;
  }

  #select(line, from, to) {
    window.getSelection().setBaseAndExtent(...nodeAt(line, from), ...nodeAt(line, to));
  }

  #selectPlaces([start, end]) {
    const [first, last] = [this.#lineAt(start), this.#lineAt(end - 1)];
    const units = (line, place) => [...line.querySelector("p").textContent].slice(0, place - Number(line.dataset.start)).join("").length;
    window.getSelection().setBaseAndExtent(...nodeAt(first, units(first, start)), ...nodeAt(last, units(last, end)));
  }
}

/** Return the node of a line's words, and the offset in it, that are `units` behind their beginning. */
function nodeAt(line, units) {
  const words = line.querySelector("p");
  const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = units;
  let node = walker.nextNode();
  while (node && left > node.length) {
    left -= node.length;
    node = walker.nextNode();
  }
  return node ? [node, left] : [words, 0];
}
