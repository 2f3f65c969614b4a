// Gives names to what Django's own scripts leave without one, for those who hear a page.
"use strict";

// The box that Django's autocomplete puts in place of a list: it is called what the list is called.
function nameChoices() {
  document.querySelectorAll("select.admin-autocomplete").forEach((list) => {
    const label = list.labels[0];
    const box = list.nextElementSibling;
    if (!label || !box?.matches(".select2")) return;
    label.id ||= `${list.id}_label`;
    const words = box.querySelector(".select2-selection__rendered");
    const search = box.querySelector(".select2-search__field");
    if (search) search.setAttribute("aria-labelledby", label.id);
    else if (words) {
      words.setAttribute("aria-labelledby", label.id);
      box.querySelector("[role=combobox]").setAttribute("aria-labelledby", `${label.id} ${words.id}`);
    }
  });
}

// A picture of a question mark carries its words as a label, but nothing that says it is a picture.
function nameHints() {
  document.querySelectorAll("span.help-tooltip[aria-label]").forEach((hint) => hint.setAttribute("role", "img"));
}

// Both scripts begin when the page has loaded; rows of a table may be added later.
window.addEventListener("load", () => setTimeout(() => {
  nameChoices();
  nameHints();
}));
document.addEventListener("formset:added", () => setTimeout(nameChoices));
