// The page of a run: work in the background is followed without a jump, a decision changes its row only, keys walk the list.
// Everything works without this file, by reloading.
import { pressed } from "./keys.js";

(() => {
  const EVERY = 2500; // milliseconds between two questions
  const told = () => document.getElementById("told");
  const summary = () => document.getElementById("summary");

  function tell(words) {
    if (told() && told().textContent !== words) told().textContent = words;
  }

  // --- The work in the background ------------------------------------------------------------------

  function show(data) {
    for (const place of document.querySelectorAll("#summary [data-number]")) {
      const number = data.numbers[place.dataset.number];
      if (number !== undefined) place.textContent = number;
    }
    const { progress } = data;
    const bar = document.querySelector(".progress progress");
    if (!progress || !bar) return;
    if (progress.value !== null) {
      bar.max = progress.total;
      bar.value = progress.value;
    }
    document.querySelector(".progress [data-words]").textContent = progress.words;
    document.querySelector(".progress [data-left]").textContent = progress.left;
    document.querySelector(".quiet").hidden = !progress.quiet;
  }

  async function reload() {
    // The whole page anew, in place: what is focused and where the page stands stay.
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("run");
    if (!fresh) return;
    const held = document.activeElement?.closest("#run") && document.activeElement.id;
    const opened = document.querySelector(".more-files")?.open;
    const sending = document.querySelector(".more-files [data-sending]:not([hidden])");
    if (sending) fresh.querySelector(".more-files")?.replaceWith(sending.closest(".more-files"));
    document.getElementById("run").replaceWith(fresh);
    if (opened && fresh.querySelector(".more-files")) fresh.querySelector(".more-files").open = true;
    if (held) document.getElementById(held)?.focus({ preventScroll: true });
    document.dispatchEvent(new Event("run:fresh"));
    tell(fresh.querySelector("#summary .state")?.textContent || "");
    showKeys();
  }

  let spoken = 0;
  async function follow() {
    const address = summary()?.dataset.progress;
    if (address && !document.hidden) {
      try {
        const answer = await fetch(address, { headers: { Accept: "application/json" } });
        if (answer.ok) {
          const data = await answer.json();
          if (data.status !== summary().dataset.status) {
            await reload();
          } else {
            show(data);
            // A screen reader hears of it now and then, not with each file.
            if (data.progress && Date.now() - spoken > 15000) {
              spoken = Date.now();
              tell(`${data.progress.words} ${data.progress.left}`);
            }
          }
        }
      } catch {
        // The connection is gone for a moment: the next question may be answered.
      }
    }
    setTimeout(follow, EVERY);
  }

  // --- Decisions -------------------------------------------------------------------------------------

  async function decide(form, button) {
    const key = button.value.split(":")[0];
    const sent = new FormData(form);
    sent.set("decide", button.value);
    const answer = await fetch(form.action, { method: "POST", body: sent, headers: { "X-Parts": "1" } });
    const isParts = answer.ok && !answer.redirected;
    const page = isParts && new DOMParser().parseFromString(await answer.text(), "text/html");
    const row = document.getElementById(`item-${key}`);
    const fresh = page && page.getElementById(`item-${key}`);
    if (!fresh || !row) return reload();
    const ticked = row.querySelector("[name=ticked]")?.checked;
    row.replaceWith(fresh);
    if (ticked) fresh.querySelector("[name=ticked]").checked = true;
    summary().replaceWith(page.getElementById("summary"));
    const bar = page.getElementById("storing");
    if (bar) document.getElementById("storing").replaceWith(bar);
    const pressed = fresh.querySelector(`[value="${button.value}"]`);
    pressed?.focus({ preventScroll: true });
    tell(pressed ? pressed.textContent : "");
  }

  document.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (event.target.id !== "review" || button?.name !== "decide") return;
    event.preventDefault();
    decide(event.target, button).catch(() => event.target.submit());
  });

  // --- Keys, only while the focus is in the list -------------------------------------------------------

  function row(step) {
    const rows = [...document.querySelectorAll("#review .item")];
    const here = rows.indexOf(document.activeElement?.closest(".item"));
    return rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
  }

  function go(item) {
    const place = item?.querySelector("h2 a, .file a") || item;
    if (!place) return;
    if (place === item) item.tabIndex = -1;
    place.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }

  const press = (item, selector) => item.querySelector(selector)?.click();
  const KEYS = {
    j: () => go(row(1)),
    ArrowDown: () => go(row(1)),
    k: () => go(row(-1)),
    ArrowUp: () => go(row(-1)),
    s: (item) => press(item, '[data-key="s"]'),
    v: (item) => press(item, '[data-key="v"]'),
    x: (item) => press(item, '[data-key="x"]'),
    t: (item) => press(item, "[name=ticked]"),
    d: (item) => press(item, ".compare"),
    o: (item) => press(item, ".go, h2 a"),
  };

  document.addEventListener("keydown", (event) => {
    const item = event.target.closest?.("#review .item");
    if (!item || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = pressed(event);
    const deed = KEYS[key.length === 1 ? key.toLowerCase() : key];
    if (!deed) return;
    event.preventDefault();
    deed(item);
  });

  function showKeys() {
    document.querySelectorAll("#run .keys").forEach((keys) => { keys.hidden = false; });
  }

  document.addEventListener("DOMContentLoaded", () => {
    showKeys();
    setTimeout(follow, EVERY);
  });
})();
