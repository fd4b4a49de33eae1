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
const SHORT_NAME = "\\p{L}[\\p{L}\\p{M}'’-]{1,30}(?:\\s\\p{L}[\\p{L}\\p{M}'’-]{1,30})?";
/** English alone writes few but names in capitals. */
const INTRODUCED = "i(?: a|['’]?)m";

const GREETING = oneOf('greetings', 'hails');
const GREETED = oneOf('greeted');
const THANKS = oneOf('thanks');
const PLEASE = oneOf('please');
const INTRODUCTION = oneOf('introductions');
const WEAK_INTRODUCTION = oneOf('weakIntroductions');
const OPENING = oneOf('openings');
const NOT_A_NAME = `(?!${oneOf('names')}${BOUNDARY})`;

const toGreeted = (greeting: string): string => `${greeting}${BOUNDARY}(?:[\\s,]+${GREETED}${BOUNDARY}){0,2}`;
const GREETINGS = toGreeted(GREETING);
const PHRASE = `(?:${GREETINGS}|${THANKS}|${oneOf('calls')}|${PLEASE})${BOUNDARY}(?:\\s+${PLEASE}${BOUNDARY})?`;
const LEADS = [
  compile(`^${PHRASE}(?=${PAUSE})${BETWEEN}`),
  compile(`^${GREETINGS}\\s+(?=(?:${OPENING}|${GREETING})${BOUNDARY})`),
  // Nothing else begins with these words of Korean.
  compile(`^(?:안녕하(?:세요|십니까)|안녕|실례(?:합니다|하겠습니다|지만)|저기요)\\s+${NOT_A_NAME}`),
];
/** Before a word in small letters. */
const HAIL_LEAD = compile(`^${toGreeted(oneOf('hails'))}\\s+${NOT_A_NAME}(?=(\\p{L}))`);
/** Somebody is greeted by name, and more than a word follows. */
const GREETED_NAME = compile(`^${GREETING}\\s+${NOT_A_NAME}(${SHORT_NAME})\\s*[,!\\n]${BETWEEN}(?=\\S+\\s+\\S)`);
const ALONE = compile(`^${oneOf('alone')}[\\s.!…]*$`);
const INTRODUCED_ALONE = compile(`^${WEAK_INTRODUCTION}\\s+(${SHORT_NAME})[\\s.!]*$`);
const INTRODUCED_LEAD = compile(`^${INTRODUCED}\\s+(${SHORT_NAME})\\s*[,.!;\\n]${BETWEEN}(?=\\S)`);
const NAMED_LEAD = compile(
  `^${INTRODUCTION}\\s+(${NAME})(?:\\s+${oneOf('and')}\\s+|(?=${PAUSE})${BETWEEN}|\\s+(?=${OPENING}${BOUNDARY}))`,
);
const TAIL = compile(`(?:[,.!?;:~…–—、。！？，\\n]|\\s-\\s)\\s*${PHRASE}${BETWEEN}$`);
const NAMED_TAIL = compile(`[,.!?;:\\n]\\s*${INTRODUCTION}\\s+(${NAME})[\\s.!]*$`);
/** "Thanks, John" */
const SIGNED_TAIL = compile(
  `(?:[,.!?;:~…–—、。！？，\\n]|\\s-\\s)\\s*${THANKS}${BOUNDARY}[\\s,.!-]+(${SHORT_NAME})[\\s.!]*$`,
);
/** Thanks right behind the end of a Korean sentence. */
const KOREAN_TAIL = compile(`(?<=[요다까죠])\\s+${THANKS}[\\s.!~]*$`);
const PLEASE_TAIL = compile(`(?<![\\s,])[\\s,]+${PLEASE}\\s*([?.!]*)$`);

/** More courtesies than this stand around no question. */
const MAX_ROUNDS = 8;
/** No phrase at the end is longer. */
const REACH = 120;

/** `''` where a message is courtesy alone. */
export function toAsk(text: string): string {
  const whole = text.trim();
  let rest = whole;
  for (let round = 0, before = ''; before !== rest && round < MAX_ROUNDS; round++) {
    before = rest;
    rest = withoutTail(withoutLead(rest));
  }
  if (ALONE.test(rest) || withoutNamed(rest, INTRODUCED_ALONE) === '') return '';
  return rest === whole || /[\p{L}\p{N}]/u.test(rest) ? withInitial(rest) : '';
}

function withoutLead(text: string): string {
  const rest = LEADS.reduce((left, lead) => left.replace(lead, ''), text).replace(HAIL_LEAD, (found, next: string) =>
    /\p{Ll}/u.test(next) ? '' : found,
  );
  return withoutNamed(withoutNamed(withoutNamed(rest, GREETED_NAME), NAMED_LEAD), INTRODUCED_LEAD, NO_NAME);
}

function withoutTail(text: string): string {
  const end = text
    .slice(-REACH)
    .replace(PLEASE_TAIL, (_found, mark: string, at: number, all: string) =>
      /[.!?…。！？]/u.test(all[at - 1] ?? '') ? '' : mark,
    )
    .replace(TAIL, markOf)
    .replace(KOREAN_TAIL, '');
  return (text.slice(0, -REACH) + withoutNamed(withoutNamed(end, SIGNED_TAIL), NAMED_TAIL)).trim();
}

/** What ends the sentence before stays. */
const markOf = (found: string): string => found.match(/^[.!?…。！？]/u)?.[0] ?? '';

/** "I am Canadian", "I am VIP" */
const NO_NAME = /(?:ian|ean|can|man|ish|ese|ench|utch|eek|wiss|slim|olic)$|\p{Lu}{2}/u;

/** "My name is wrong" introduces nobody. */
function withoutNamed(text: string, pattern: RegExp, noName?: RegExp): string {
  return text.replace(pattern, (found, name: string) => (isName(name) && !noName?.test(name) ? markOf(found) : found));
}

const isName = (name: string): boolean => name.split(/\s/).every((word) => /^\p{Lu}/u.test(word));

/** A first word in small letters gets a capital; `iPhone` and addresses stay. */
function withInitial(text: string): string {
  return /^\p{Ll}[\p{Ll}\p{M}'’]*(?![\p{L}\p{N}@/:_-]|\.\S)/u.test(text)
    ? text[0]!.toUpperCase() + text.slice(1)
    : text;
}

function oneOf(...kinds: readonly (keyof CourtesyWords)[]): string {
  return `(?:${COURTESY_WORDS.flatMap((words) => kinds.flatMap((kind) => words[kind]))
    .map((phrase) => phrase.replaceAll(' ', '\\s+').replaceAll("'", "['’]"))
    .join('|')})`;
}

function compile(source: string): RegExp {
  return new RegExp(source, 'iu');
}
