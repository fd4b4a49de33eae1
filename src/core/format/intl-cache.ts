/** `Intl` objects cost more to make than to use, so each is made once. */
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();
const relatives = new Map<string, Intl.RelativeTimeFormat>();
const MAX_KEPT = 500;

export function numberFormat(language: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return kept(numbers, language, options, () => new Intl.NumberFormat(language, options));
}

export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(dates, language, options, () => new Intl.DateTimeFormat(language, options));
}

export function relativeFormat(language: string, options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
  return kept(relatives, language, options, () => new Intl.RelativeTimeFormat(language, options));
}

function kept<F>(cache: Map<string, F>, language: string, options: object, make: () => F): F {
  const key = `${language} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known) return known;
  if (cache.size >= MAX_KEPT) cache.clear();
  const made = make();
  cache.set(key, made);
  return made;
}
