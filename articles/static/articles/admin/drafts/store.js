// Where drafts lie: this browser's localStorage, a row each, named by person, article and page.
const NAME = "draft";
const LONGEST = 30 * 24 * 3600 * 1000; // milliseconds; older ones nobody looks for

export const nameOf = (user, article, id) => [NAME, user, article, id].join(":");

/** Keep a draft; false where the browser keeps nothing: its storage is full or switched off. */
export function keep(name, draft) {
  try {
    localStorage.setItem(name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function drop(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // Switched off: there is nothing to drop.
  }
}

function names() {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(`${NAME}:`));
  } catch {
    return [];
  }
}

function read(name) {
  try {
    return { name, ...JSON.parse(localStorage.getItem(name)) };
  } catch {
    return { name, at: 0 };
  }
}

/** Return a person's drafts of an article, the newest first; of all articles where none is named. */
export function draftsOf(user, article) {
  const start = article ? nameOf(user, article, "") : `${NAME}:${user}:`;
  return names().filter((name) => name.startsWith(start)).map(read).sort((one, other) => other.at - one.at);
}

/** Drop what is too old, and what the server says it has saved: a cookie "kept-ARTICLE" of the desk with the draft's id. */
export function tidy(user, desk) {
  for (const name of names()) if (read(name).at < Date.now() - LONGEST) drop(name);
  for (const [, article, id] of document.cookie.matchAll(/(?:^|; )kept-(\d+)=([\w-]+)/g)) {
    drop(nameOf(user, article, id));
    document.cookie = `kept-${article}=; path=${desk}; max-age=0; samesite=lax`;
  }
}
