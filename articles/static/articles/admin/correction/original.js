// The original beside the form: a list of lines that the arrow keys walk through, line by line and word by word.
// Places are counted in characters (code points) of the text, as the server counts them.

const WORD = /\S+/g;
const characters = (text) => [...text].length;

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

  /** Make each line reachable; Tab stops at one of them, unless it goes through the doubtful values only. */
  prepare() {
    this.lines.forEach((line) => {
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      line.tabIndex = -1;
    });
    if (this.reachable && this.active) this.active.tabIndex = 0;
  }

  focus(line = this.active) {
    if (!line) return;
    line.focus({ preventScroll: true });
    line.scrollIntoView({ block: "nearest" });
  }

  /** Put in the lines as they are labelled now, and stay where the words from `start` on are. */
  replace(html, start) {
    this.list.innerHTML = html;
    this.prepare();
    const line = this.lines.findLast((one) => Number(one.dataset.start) <= start) || this.lines[0];
    this.#take(line);
    return line;
  }

  /** The words that are selected, else the line that the keys are at: [start, end]; null where there is neither. */
  range() {
    const selection = window.getSelection();
    if (!selection.isCollapsed && this.list.contains(selection.anchorNode) && this.list.contains(selection.focusNode)) {
      const range = selection.getRangeAt(0);
      const start = this.#placeOf(range.startContainer, range.startOffset);
      const end = this.#placeOf(range.endContainer, range.endOffset);
      if (start !== null && end !== null && start < end) return this.#trimmed(start, end);
    }
    const line = this.active;
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

  #trimmed(start, end) {
    const line = this.lines.find((one) => Number(one.dataset.start) <= start && start <= Number(one.dataset.end));
    const last = this.lines.find((one) => Number(one.dataset.start) < end && end <= Number(one.dataset.end));
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
      ArrowRight: () => this.#toWord(line, 1, event.shiftKey),
      ArrowLeft: () => this.#toWord(line, -1, event.shiftKey),
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
    const place = (units) => {
      const walker = document.createTreeWalker(line.querySelector("p"), NodeFilter.SHOW_TEXT);
      let left = units;
      let node = walker.nextNode();
      while (node && left > node.length) {
        left -= node.length;
        node = walker.nextNode();
      }
      return node ? [node, left] : [line.querySelector("p"), 0];
    };
    window.getSelection().setBaseAndExtent(...place(from), ...place(to));
  }
}
