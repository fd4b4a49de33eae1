/** Whether a host or an address is this machine alone. */
export function isLoopbackHost(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/^::ffff:/, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

/** Browsers send an origin without path or slash at its end; anything else would never match. Throws a `RangeError`. */
export function checkOrigin(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === text && origin !== 'null') return text;
  throw new RangeError(`The origin is "${text}". Write scheme, host and port alone, as http://localhost:5173.`);
}
