/** The different texts among the questions: what differs in case, spaces, punctuation and courtesy alone counts as asked again. */
import { compareCodePoints } from '../answer/groups.js';
import type { Question } from '../answer/engine.js';
import { type Steps, mapInSteps, sortInSteps } from '../steps.js';
import { toAsk } from './to-ask.js';
import { toWordKey, toWords } from './words.js';

const TEXTS_PER_STEP = 64;

export interface AskedText {
  /** Folded words, by which texts are told apart and put in order. */
  key: string;
  words: string[];
  /** The spelling asked most often, without courtesy. */
  text: string;
  asked: Question[];
}

/** One way to ask: a question, and what is left of it without courtesy. */
export interface Asking {
  question: Question;
  ask: string;
}

/** Of all questions but those that are courtesy alone. */
export function* toAskings(questions: readonly Question[]): Steps<Asking[]> {
  const askings = yield* mapInSteps(questions, TEXTS_PER_STEP, (question) => ({ question, ask: toAsk(question.text) }));
  return askings.filter(({ ask }) => /\p{L}/u.test(ask));
}

/** In the order of their keys, whatever the order of the questions; without small talk. */
export function* toAskedTexts(askings: readonly Asking[]): Steps<AskedText[]> {
  const byKey = new Map<string, Asking[]>();
  for (const [index, asking] of askings.entries()) {
    const key = toWordKey(asking.ask);
    const same = byKey.get(key);
    if (same) same.push(asking);
    else byKey.set(key, [asking]);
    if (index % TEXTS_PER_STEP === 0) yield;
  }
  const texts = yield* mapInSteps([...byKey], TEXTS_PER_STEP, ([key, all]) => ({
    key,
    words: toWords(all[0]!.ask),
    text: commonSpelling(all),
    asked: all.map(({ question }) => question),
  }));
  const counts = yield* countWords(texts);
  yield;
  const asking = yield* mapInSteps(texts, TEXTS_PER_STEP, (text) =>
    isSmallTalk(text.words, (word) => counts.get(word) ?? 0, askings.length) ? [] : [text],
  );
  return yield* sortInSteps(asking.flat(), TEXTS_PER_STEP, (a, b) => compareCodePoints(a.key, b.key));
}

function commonSpelling(all: readonly Asking[]): string {
  const counts = new Map<string, number>();
  for (const { ask } of all) counts.set(ask, (counts.get(ask) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareCodePoints(a[0], b[0]))[0]![0];
}

/** A text in words, and the questions that ask it. */
interface CountedText {
  words: readonly string[];
  asked: readonly unknown[];
}

const WORDS_PER_STEP = 256;

/** In how many questions each word stands. */
export function* countWords(texts: readonly CountedText[]): Steps<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const [index, { words, asked }] of texts.entries()) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + asked.length);
    if (index % WORDS_PER_STEP === WORDS_PER_STEP - 1) yield;
  }
  return counts;
}

/** Below this many messages a common word says nothing: any topic's words would be common. */
const ENOUGH_MESSAGES = 200;
const COMMON_SHARE = 0.2;

const PHRASES = [
  'hi hello hey hiya howdy greetings there good morning afternoon evening day thanks thank you thx ty cheers please ok okay yes no yep nope sure bye goodbye',
  'help me i need have a question is anyone this test testing can could',
  'hallo guten moin servus danke vielen dank bitte ja nein tschüss',
  'hola buenos buenas días tardes noches gracias muchas por favor sí adiós',
  'bonjour bonsoir salut merci beaucoup oui non au revoir',
  'ciao buongiorno buonasera grazie mille sì prego',
  'olá oi bom dia boa tarde noite obrigado obrigada sim não',
  'hoi goedemorgen goedemiddag goedenavond dank je wel ja nee',
  'hej tack god dag nej',
  'cześć dzień dobry dziękuję tak nie',
  'привет здравствуйте добрый день спасибо да нет',
  'merhaba selam teşekkürler evet hayır',
  'مرحبا السلام عليكم شكرا نعم لا',
  'नमस्ते धन्यवाद',
  '你好 您好 谢谢 謝謝 好的 在吗',
  'こんにちは ありがとう ありがとうございます はい',
  '안녕하세요 감사합니다 네',
  'สวัสดี ขอบคุณ',
  'moi hei terve kiitos huomenta',
  'صباح الخير مساء',
  'ahoj děkuji',
  'xin chào cảm ơn',
];
const SMALL_WORDS: ReadonlySet<string> = new Set(PHRASES.flatMap(toWords));

/** `messagesWith` says in how many of the `total` messages a word stands. */
export function isSmallTalk(words: readonly string[], messagesWith: (word: string) => number, total: number): boolean {
  if (words.every((word) => SMALL_WORDS.has(word) || /^\p{N}+$/u.test(word))) return true;
  return total >= ENOUGH_MESSAGES && words.every((word) => messagesWith(word) > COMMON_SHARE * total);
}
