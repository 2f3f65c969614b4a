// Words of the original become a headline, a byline, furniture …: the server says what that changes, the form shows it,
// and one step back undoes it. Nothing is stored before the form is saved.
import { tokenOf } from "../token.js";

export class Marking {
  constructor(form, original, say) {
    this.form = form;
    this.original = original;
    this.say = say;
    this.done = [];
    this.undone = [];
    this.turn = Promise.resolve(true);
    this.waiting = 0;
    this.buttons = Object.fromEntries(["undo", "redo"].map((name) => [name, document.querySelector(`[data-do="${name}"]`)]));
  }

  /** Whether a mark is not answered yet. */
  get isBusy() {
    return this.waiting > 0;
  }

  /** Give the selected words, or the line, a role: the value of one of the buttons. */
  mark(role) {
    const range = this.original.range();
    if (!range) return;
    const asked = { role, range, words: this.original.words(range), place: this.original.place };
    this.#inTurn(() => this.#mark(asked));
  }

  undo() {
    this.#inTurn(() => this.#undo());
  }

  redo() {
    this.#inTurn(() => this.#redo());
  }

  /** Show the original under the marks that the form holds by now, as after words were brought back. */
  refresh() {
    return this.#inTurn(async () => {
      this.done = [];
      this.undone = [];
      this.#offer();
      const answer = await this.#ask(new FormData(this.form));
      if (answer) this.original.replace(answer.lines);
      return Boolean(answer);
    });
  }

  /** Do one thing after the other: the next key may come before the server has answered the last. */
  #inTurn(deed) {
    this.waiting += 1;
    this.turn = this.turn.catch(() => false).then(deed).finally(() => { this.waiting -= 1; });
    return this.turn;
  }

  async #mark(asked) {
    const { role, range, words, place } = asked;
    const seen = new Map([...this.form.elements].map((control) => [control, control.value]));
    const sent = new FormData(this.form);
    sent.set("_mark", role);
    sent.set("mark_start", range[0]);
    sent.set("mark_end", range[1]);
    const answer = await this.#ask(sent);
    if (!answer) return false;
    const names = Object.keys(answer.values).filter((name) => this.form.elements[name]);
    // Somebody typed on while the server thought: it must know those words too.
    if (names.some((name) => this.form.elements[name].value !== seen.get(this.form.elements[name]))) return this.#mark(asked);
    const before = this.#valuesOf(names);
    const changed = names.filter((name) => before[name] !== answer.values[name]);
    const ticks = this.#ticksOf(changed);
    this.#write(answer.values);
    this.done.push({ role, range, before, after: this.#valuesOf(names), ticks, lines: [this.original.list.innerHTML, answer.lines] });
    this.undone = [];
    this.#tick(ticks.map(([name]) => [name, true]));
    this.original.replace(answer.lines, this.original.place === place ? range : null);
    this.#offer();
    this.say(`${this.#nameOf(role)}: ${words}`);
    return true;
  }

  #undo() {
    const step = this.done.pop();
    if (!step) return true;
    const now = this.#valuesOf(Object.keys(step.after));
    if (differ(now, step.after)) {
      // Words were typed over the mark: they go first, as a step of their own, and come again with "redo".
      this.done.push(step);
      this.#back({ role: step.role, range: step.range, before: step.after, after: now, ticks: [], lines: [step.lines[1], step.lines[1]] });
    } else this.#back(step);
    return true;
  }

  #back(step) {
    this.undone.push(step);
    this.#show(step.before, step.ticks, step.lines[0], step.range);
    this.say(`${this.buttons.undo.firstChild.textContent.trim()}: ${this.#nameOf(step.role)}`);
  }

  #redo() {
    const step = this.undone.at(-1);
    if (!step) return true;
    if (differ(this.#valuesOf(Object.keys(step.before)), step.before)) {
      this.undone = []; // words were typed since: there is nothing to come again over them
      this.#offer();
      return true;
    }
    this.undone.pop();
    this.done.push(step);
    this.#show(step.after, step.ticks.map(([name]) => [name, true]), step.lines[1], step.range);
    this.say(`${this.buttons.redo.firstChild.textContent.trim()}: ${this.#nameOf(step.role)}`);
    return true;
  }

  async #ask(sent) {
    sent.set("csrfmiddlewaretoken", tokenOf(this.form));
    let response;
    try {
      response = await fetch(this.form.dataset.mark, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    } catch {
      this.say(this.form.dataset.unanswered);
      return null;
    }
    const isAnswer = response.headers.get("Content-Type")?.startsWith("application/json");
    const answer = isAnswer ? await response.json() : {};
    if (response.ok && isAnswer && !response.redirected) return answer;
    this.say(answer.refusal || this.form.dataset.unanswered);
    return null;
  }

  #show(values, ticks, lines, range) {
    this.#write(values);
    this.#tick(ticks);
    this.original.replace(lines, range);
    this.#offer();
  }

  /** Say with the two buttons whether there is a step to take back, or to take again. */
  #offer() {
    this.buttons.undo.disabled = !this.done.length;
    this.buttons.redo.disabled = !this.undone.length;
  }

  #valuesOf(names) {
    return Object.fromEntries(names.map((name) => [name, this.form.elements[name].value]));
  }

  #write(values) {
    for (const [name, value] of Object.entries(values)) {
      const control = this.form.elements[name];
      if (!control || control.value === value) continue;
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.closest(".field")?.classList.add("is-set");
    }
  }

  #tickOf(name) {
    return this.form.elements[name]?.closest(".field")?.querySelector("input[name=confirm]");
  }

  #ticksOf(names) {
    const boxes = names.map((name) => [name, this.#tickOf(name)]);
    return boxes.filter(([, box]) => box).map(([name, box]) => [name, box.checked]);
  }

  #tick(ticks) {
    for (const [name, isTicked] of ticks) {
      const box = this.#tickOf(name);
      if (box) box.checked = isTicked;
    }
  }

  #nameOf(role) {
    return document.querySelector(`[name="_mark"][value="${role}"]`)?.firstChild.textContent.trim() ?? role;
  }
}

const differ = (one, other) => Object.keys(one).some((name) => one[name] !== other[name]);
