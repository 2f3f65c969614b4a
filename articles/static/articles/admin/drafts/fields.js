// The fields of a form as plain data: read, compared, told in words, written back.
const NOT_TYPED = new Set(["csrfmiddlewaretoken", "draft"]);
const NOT_WORDS = new Set(["version", "base"]);

/** Return all values of a form as pairs of name and value, as it would send them. */
export const valuesOf = (form) => [...new FormData(form)].filter(([name, value]) => !NOT_TYPED.has(name) && typeof value === "string");

/** Return what the lists that look up their choices call what is chosen: a page does not know them by itself. */
export function choicesOf(form) {
  const lists = [...form.querySelectorAll("select.admin-autocomplete")];
  return lists.flatMap((list) => [...list.selectedOptions].map((option) => [list.name, option.value, option.text]));
}

const grouped = (values) => {
  const groups = new Map();
  for (const [name, value] of values) groups.set(name, [...(groups.get(name) || []), value]);
  return groups;
};

/** Return the names of the fields that differ, besides those that say which version was seen. */
export function differing(one, other) {
  const [here, there] = [grouped(one), grouped(other)];
  const both = new Set([...here.keys(), ...there.keys()]);
  const words = (group) => JSON.stringify((group || []).filter((value) => value !== ""));
  return [...both].filter((name) => !NOT_WORDS.has(name) && words(here.get(name)) !== words(there.get(name)));
}

const controlsOf = (form, name) => [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter((one) => one.type !== "submit");

/** Write the values of `names` into the form; what they do not hold is emptied. */
export function write(form, names, values, choices) {
  const groups = grouped(values);
  for (const name of names) {
    const wanted = groups.get(name) || [];
    controlsOf(form, name).forEach((control, place) => {
      if (control.type === "checkbox" || control.type === "radio") control.checked = wanted.includes(control.value);
      else if (control.multiple || control.matches(".admin-autocomplete")) choose(control, wanted, choices);
      else control.value = wanted[place] ?? "";
    });
  }
}

function choose(list, wanted, choices) {
  const offered = new Set([...list.options].map((option) => option.value));
  for (const [name, value, text] of choices) {
    if (name === list.name && wanted.includes(value) && !offered.has(value)) list.add(new Option(text, value));
  }
  for (const option of list.options) option.selected = wanted.includes(option.value);
  list.dispatchEvent(new Event("change", { bubbles: true })); // the box that stands for the list
}

/** Return what differs in the field `name`, in words: its label, what went and what came. */
export function told(form, name, before, after, choices) {
  const control = controlsOf(form, name)[0];
  if (!control || control.type === "hidden") return { label: "", gone: "", come: "" };
  const label = control.closest("fieldset")?.querySelector("legend") || control.labels?.[0] || form.querySelector(`label[for="${CSS.escape(control.id)}"]`);
  const say = (values) => (grouped(values).get(name) || []).map((value) => inWords(form, name, value, choices)).filter(Boolean).join(", ");
  const isBox = control.type === "checkbox";
  const [gone, come] = parted(say(before), say(after));
  return { label: isBox ? "" : label?.textContent.trim() || name, gone, come };
}

function inWords(form, name, value, choices) {
  for (const control of controlsOf(form, name)) {
    const option = control.options && [...control.options].find((one) => one.value === value);
    if (option) return value && option.text;
    if (control.type === "checkbox" && control.value === value) return control.labels[0]?.textContent.trim().replace(/\s+/g, " ");
  }
  return choices.find((one) => one[0] === name && one[1] === value)?.[2] || value;
}

const AROUND = 4; // words shown before and after those that differ
const LONGEST = 60; // words shown at most

/** Return both texts without the long beginnings and ends that they share. */
function parted(before, after) {
  const [one, other] = [before.split(/(?<=\s)/), after.split(/(?<=\s)/)];
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const from = Math.max(0, start - AROUND);
  const till = Math.max(0, end - AROUND);
  return [one, other].map((words) => {
    const kept = words.slice(from, words.length - till);
    const text = kept.slice(0, LONGEST).join("").trim();
    return text && `${from ? "… " : ""}${text}${till || kept.length > LONGEST ? " …" : ""}`;
  });
}
