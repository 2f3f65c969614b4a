// Which key was pressed, as the desk's lists of keys name it. Where the keyboard writes other letters, Cyrillic ones say, a
// key counts as the Latin letter at its place: editors need not change their layout for a mark.
const isForeign = (key) => /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key);

export const pressed = (event) => {
  const place = /^Key([A-Z])$/.exec(event.code);
  if (!place || !isForeign(event.key)) return event.key;
  return event.shiftKey ? place[1] : place[1].toLowerCase();
};
