// Joins fields and words: focus a field and its words in the original light up, click words and their field opens.
// Everything works without this file, more slowly.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const original = document.querySelector(".original");
  if (!original) return;

  const placesOf = (key) => original.querySelectorAll(`[data-read~="${CSS.escape(key)}"]`);
  const keyOf = (link) => link.hash.replace("#read-", "");
  const linksIn = (element) => [...element.querySelectorAll('a[href^="#read-"]')];

  function light(keys) {
    original.querySelectorAll(".lit").forEach((place) => place.classList.remove("lit"));
    const places = keys.flatMap((key) => [...placesOf(key)]);
    places.forEach((place) => place.classList.add("lit"));
    return places[0];
  }

  function scrollTo(place) {
    const above = place.getBoundingClientRect().top - original.getBoundingClientRect().top;
    if (above < 40 || above > original.clientHeight - 80) original.scrollBy({ top: above - 120 });
  }

  document.addEventListener("focusin", (event) => {
    const field = event.target.closest(".field, .name-list li, dd");
    if (!field || original.contains(event.target)) return;
    const first = light(linksIn(field).map(keyOf));
    if (first && original.scrollHeight > original.clientHeight) scrollTo(first);
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#read-"]');
    if (link) light([keyOf(link)]);
    const place = event.target.closest(".original [data-read]");
    if (!place || String(window.getSelection())) return;
    const keys = place.dataset.read.split(" ");
    const of = [...document.querySelectorAll('a[href^="#read-"]')].find((one) => keys.includes(keyOf(one)));
    const control = of?.closest(".field, li")?.querySelector("input:not([type=hidden]), select, textarea");
    (control || of)?.focus();
  });

  if (location.hash.startsWith("#read-")) light([location.hash.slice(6)]);
});
