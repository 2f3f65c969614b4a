// Tells the server every 15 seconds that the text is open, and the editor who else has it open and who saved it.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const EVERY = 15000; // milliseconds; the server takes three missing signs for leaving
  const place = document.getElementById("presence");
  const form = document.getElementById("correction");
  if (!place || !form) return;
  const list = place.querySelector("ul");

  // Only what differs is written: a screen reader says each change once, and nothing that stays.
  const write = (element, words) => { if (element.textContent !== words) element.textContent = words; };

  function show({ people, saved }) {
    const here = new Map(people.map((person) => [String(person.key), person]));
    for (const line of [...list.children]) {
      const person = here.get(line.dataset.who);
      if (person) {
        write(line, person.words);
        here.delete(line.dataset.who);
      } else {
        write(place.querySelector(".news"), place.dataset.left.replace("{who}", line.dataset.name));
        line.remove();
      }
    }
    for (const person of here.values()) {
      const line = document.createElement("li");
      line.dataset.who = person.key;
      line.dataset.name = person.name;
      line.textContent = person.words;
      list.append(line);
      write(place.querySelector(".news"), "");
    }
    write(place.querySelector(".saved"), saved);
  }

  async function giveSign() {
    const body = new URLSearchParams({ version: form.elements.version.value, changed: form.dataset.unsaved || "no" });
    const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] || form.elements.csrfmiddlewaretoken.value;
    try {
      const answer = await fetch(place.dataset.url, { method: "POST", body, headers: { "X-CSRFToken": token } });
      if (answer.ok) show(await answer.json());
    } catch {
      // No connection: the next sign tries again, and whoever saves is told by drafts.js.
    }
  }

  setInterval(giveSign, EVERY);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) giveSign(); });
  giveSign();
});
