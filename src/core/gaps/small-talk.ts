/**
 * Messages that ask nothing. A short list knows greetings, thanks and calls for help in the languages that support desks meet most; what
 * the list lacks is told from the data: a message is also small talk when all its words stand in a large share of all messages.
 */
import { toWords } from './words.js';

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
