/** The switches above each demo page. Everything they do is setting attributes, as any host page can. */

/** Calls `show(values)` at the start and whenever a switch other than language, theme and direction moves. */
export function followSwitches(show) {
  const form = document.querySelector('.switches');
  const root = document.documentElement;
  let shown = '';
  const apply = () => {
    const { lang, theme, dir, ...rest } = Object.fromEntries(new FormData(form));
    root.lang = lang;
    root.dir = dir;
    root.style.colorScheme = theme;
    for (const part of document.querySelectorAll('[data-for]')) part.hidden = part.dataset.for !== rest.data;
    if (JSON.stringify(rest) !== shown) show(rest);
    shown = JSON.stringify(rest);
  };
  for (const [name, value] of new URLSearchParams(location.search))
    if (form.elements[name]) form.elements[name].value = value;
  form.addEventListener('change', apply);
  apply();
}

/** How many dialogues the real data leave out, where the page says so. */
export async function tellLeftOut() {
  const about = await fetch('/data/star.about.json')
    .then((response) => response.json())
    .catch(() => undefined);
  const place = document.querySelector('#left-out');
  if (about && place)
    place.textContent = `${about.leftOut} of ${about.dialogues ?? about.leftOut + about.converted} dialogues, which have no sent message,`;
}
