/**
 * What a message asks: the message without greetings, thanks, calls for help and introductions at its edges. Only whole phrases with a
 * pause behind them go, so that names which begin like a greeting stay ("Hello Kitty", "Hi-Fi").
 */
import { COURTESY_WORDS, type CourtesyWords } from './courtesy-words.js';

const BOUNDARY = "(?![\\p{L}\\p{N}\\p{M}]|['’-]\\p{L})";
/** What parts a phrase from what follows. */
const PAUSE = '(?:\\s*(?:$|[,.!?;:~…–—)、。！？，]|\\p{Extended_Pictographic})|\\s+-\\s|\\s*\\n)';
const BETWEEN = '(?:[\\s,.!?;:~…–—)、。！？，-]|\\p{Extended_Pictographic}|\\uFE0F)*';
const NAME = "\\p{L}[\\p{L}\\p{M}'’.-]*(?:\\s\\p{L}[\\p{L}\\p{M}'’-]*){0,2}?";

const [GREETING, GREETED, THANKS, CALL, INTRODUCTION, PLEASE, AND, OPENING] = (
  ['greetings', 'greeted', 'thanks', 'calls', 'introductions', 'please', 'and', 'openings'] as const
).map(oneOf) as [string, string, string, string, string, string, string, string];

const GREETINGS = `${GREETING}${BOUNDARY}(?:[\\s,]+${GREETED}${BOUNDARY}){0,2}`;
const PHRASE = `(?:${GREETINGS}|${THANKS}|${CALL}|${PLEASE})${BOUNDARY}(?:\\s+${PLEASE}${BOUNDARY})?`;
const LEADS = [
  compile(`^${PHRASE}(?=${PAUSE})${BETWEEN}`),
  compile(`^${GREETINGS}\\s+(?=(?:${OPENING}|${GREETING})${BOUNDARY})`),
  // Nothing else begins with a whole Korean greeting.
  compile('^안녕하(?:세요|십니까)\\s+'),
];
const NAMED_LEAD = compile(
  `^${INTRODUCTION}\\s+(${NAME})(?:\\s+${AND}\\s+|(?=${PAUSE})${BETWEEN}|\\s+(?=${OPENING}${BOUNDARY}))`,
);
const TAIL = compile(`(?:[,.!?;:~…–—、。！？，\\n]|\\s-\\s)\\s*${PHRASE}${BETWEEN}$`);
const NAMED_TAIL = compile(`[,.!?;:\\n]\\s*${INTRODUCTION}\\s+(${NAME})[\\s.!]*$`);
const PLEASE_TAIL = compile(`(?<![\\s,])[\\s,]+${PLEASE}\\s*([?.!]*)$`);

/** More courtesies than this stand around no question. */
const MOST_ROUNDS = 8;
/** No phrase at the end is longer. */
const REACH = 120;

/** `''` where a message is courtesy alone. */
export function toAsk(text: string): string {
  const whole = text.trim();
  let rest = whole;
  for (let round = 0, before = ''; before !== rest && round < MOST_ROUNDS; round++) {
    before = rest;
    rest = withoutTail(withoutLead(rest));
  }
  return rest === whole || /[\p{L}\p{N}]/u.test(rest) ? withInitial(rest) : '';
}

/** Whether there is more to a message than courtesy. */
export function asksSomething(text: string): boolean {
  return /\p{L}/u.test(toAsk(text));
}

function withoutLead(text: string): string {
  return withoutNamed(
    LEADS.reduce((rest, lead) => rest.replace(lead, ''), text),
    NAMED_LEAD,
  );
}

function withoutTail(text: string): string {
  const end = text
    .slice(-REACH)
    .replace(PLEASE_TAIL, (_found, mark: string, at: number, all: string) =>
      /[.!?…。！？]/u.test(all[at - 1] ?? '') ? '' : mark,
    )
    .replace(TAIL, markOf);
  return (text.slice(0, -REACH) + withoutNamed(end, NAMED_TAIL)).trim();
}

/** What ends the sentence before stays. */
const markOf = (found: string): string => found.match(/^[.!?…。！？]/u)?.[0] ?? '';

/** "My name is wrong" introduces nobody. */
function withoutNamed(text: string, pattern: RegExp): string {
  return text.replace(pattern, (found, name: string) => (/^\p{Lu}/u.test(name) ? markOf(found) : found));
}

/** A first word in small letters gets a capital; `iPhone` and addresses stay. */
function withInitial(text: string): string {
  return /^\p{Ll}[\p{Ll}\p{M}'’]*(?![\p{L}\p{N}@/:_-]|\.\S)/u.test(text)
    ? text[0]!.toUpperCase() + text.slice(1)
    : text;
}

function oneOf(kind: keyof CourtesyWords): string {
  return `(?:${COURTESY_WORDS.flatMap((words) => words[kind])
    .map((phrase) => phrase.replaceAll(' ', '\\s+').replaceAll("'", "['’]"))
    .join('|')})`;
}

function compile(source: string): RegExp {
  return new RegExp(source, 'iu');
}
