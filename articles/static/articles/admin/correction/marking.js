// Words of the original become a headline, a byline, furniture …: the server says what that changes, the form shows it,
// and one step back undoes it. Nothing is stored before the form is saved.

export class Marking {
  constructor(form, original, say) {
    this.form = form;
    this.original = original;
    this.say = say;
    this.done = [];
    this.undone = [];
    this.buttons = Object.fromEntries(["undo", "redo"].map((name) => [name, document.querySelector(`[data-do="${name}"]`)]));
  }

  /** Give the selected words, or the line, a role: the value of one of the buttons. */
  async mark(role) {
    const range = this.original.range();
    if (!range) return;
    const sent = new FormData(this.form);
    sent.set("_mark", role);
    sent.set("mark_start", range[0]);
    sent.set("mark_end", range[1]);
    const answer = await this.#ask(sent);
    if (!answer) return;
    const before = Object.fromEntries(Object.keys(answer.values).map((name) => [name, this.form.elements[name]?.value ?? ""]));
    const step = { role, start: range[0], before, after: answer.values, lines: [this.original.list.innerHTML, answer.lines] };
    this.undone = [];
    this.done.push(step);
    this.#show(step, answer.values, answer.lines);
    this.say(`${this.#nameOf(role)}: ${this.original.words(range)}`);
  }

  undo() {
    const step = this.done.pop();
    if (!step) return;
    this.undone.push(step);
    this.#show(step, step.before, step.lines[0]);
    this.say(`${this.buttons.undo.firstChild.textContent.trim()}: ${this.#nameOf(step.role)}`);
  }

  redo() {
    const step = this.undone.pop();
    if (!step) return;
    this.done.push(step);
    this.#show(step, step.after, step.lines[1]);
    this.say(`${this.buttons.redo.firstChild.textContent.trim()}: ${this.#nameOf(step.role)}`);
  }

  /** Show the original under the marks that the form holds by now, as after words were brought back. */
  async refresh() {
    this.done = [];
    this.undone = [];
    const answer = await this.#ask(new FormData(this.form));
    if (answer) this.original.replace(answer.lines, 0);
  }

  async #ask(sent) {
    let response;
    try {
      response = await fetch(this.form.dataset.mark, { method: "POST", body: sent, headers: { Accept: "application/json" } });
    } catch {
      this.say(this.form.dataset.offline);
      return null;
    }
    const isAnswer = response.headers.get("Content-Type")?.startsWith("application/json");
    const answer = isAnswer ? await response.json() : {};
    if (response.ok && isAnswer && !response.redirected) return answer;
    this.say(answer.refusal || this.form.dataset.offline);
    return null;
  }

  #show(step, values, lines) {
    for (const [name, value] of Object.entries(values)) {
      const control = this.form.elements[name];
      if (!control || control.value === value) continue;
      control.value = value;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      control.closest(".field")?.classList.add("is-set");
      const box = control.closest(".field")?.querySelector("input[name=confirm]");
      if (box) box.checked = values === step.after;
    }
    const line = this.original.replace(lines, step.start);
    this.original.focus(line);
    this.buttons.undo.disabled = !this.done.length;
    this.buttons.redo.disabled = !this.undone.length;
  }

  #nameOf(role) {
    return document.querySelector(`[name="_mark"][value="${role}"]`)?.firstChild.textContent.trim() ?? role;
  }
}
