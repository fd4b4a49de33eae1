/** Refuses secrets that others could guess. */

const MIN_BYTES = 32;
const MIN_CHARACTERS = 10;
const MIN_UNKNOWN = 16;

/** Words of examples and defaults, none of which make a secret longer. */
const KNOWN_WORDS =
  /secret|change|password|passwort|passphrase|default|example|sample|please|replace|token|admin|super|least|character|private|insecure|development|production|testing|test|demo|long|your|this|with|that|must|jwt|key|hmac|bits?|me|my|at|is|be|the|it|in|0123456789|1234567890|123456789|abcdefghijklmnopqrstuvwxyz|abcdef|qwertyuiop|qwerty|deadbeef|cafebabe/g;

/** Throws a `RangeError` that names the secret, never its value. */
export function checkSecret(secret: string, name: string): void {
  const bytes = new TextEncoder().encode(secret).length;
  if (bytes < MIN_BYTES)
    throw new RangeError(
      `${name} has ${bytes} bytes. Use at least ${MIN_BYTES}, made at random: openssl rand -base64 48.`,
    );
  if (isGuessable(secret))
    throw new RangeError(`${name} is easy to guess. Use one made at random: openssl rand -base64 48.`);
}

function isGuessable(secret: string): boolean {
  if (new Set(secret).size < MIN_CHARACTERS || isRepeated(secret)) return true;
  return (
    secret
      .toLowerCase()
      .replace(/[^a-z0-9+/]/g, '')
      .replace(KNOWN_WORDS, '').length < MIN_UNKNOWN
  );
}

/** A few characters over and over. */
function isRepeated(secret: string): boolean {
  for (let length = 1; length <= secret.length / 2; length++) {
    if (
      secret
        .slice(0, length)
        .repeat(Math.ceil(secret.length / length))
        .startsWith(secret)
    )
      return true;
  }
  return false;
}
