// Words that somebody typed and did not save leave this browser with them, once they say so.
import { draftsOf, drop } from "./drafts/store.js";

const place = document.getElementById("signing-out");

document.getElementById("logout-form")?.addEventListener("submit", (event) => {
  const drafts = draftsOf(place.dataset.user);
  if (drafts.length && !window.confirm(place.dataset.ask)) {
    event.preventDefault();
    return;
  }
  drafts.forEach((draft) => drop(draft.name));
  document.dispatchEvent(new CustomEvent("draft:gone"));
});
