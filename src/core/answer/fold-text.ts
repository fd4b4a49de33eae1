/** Text as a search sees it: without case, accents and width, the same in every engine. */
const MARKS = /[\u0300-\u036f]/g;

/** A unit that folds by itself: a character with its combining marks, including the half-width voice marks of kana. */
const CLUSTER = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gsu;
/** Units that compose into one character once marks are removed, such as the letters of a Hangul syllable. */
const COMPOSING = /(?:[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M})\p{M}*|\p{M}+/gsu;
const ASCII = /^[\0-\x7f]*$/;

export interface Span {
  start: number;
  end: number;
}

/** NFKD, without U+0300–036F, lower case, ß as ss, NFC. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss').normalize('NFC');
}

/** A search phrase: folded, trimmed, spaces collapsed. */
export function foldPhrase(text: string): string {
  return foldText(text).trim().replace(/\s+/gu, ' ');
}

/** Where the folded phrase first stands in the text, as characters of the original; `undefined` where it does not. */
export function findPhrase(text: string, phrase: string): Span | undefined {
  return findPhrases(text, phrase, 1)[0];
}

/** Where the folded phrase occurs: the first `limit` places that do not overlap. */
export function findPhrases(text: string, phrase: string, most: number): Span[] {
  const whole = foldText(text);
  if (!phrase || !whole.includes(phrase)) return [];
  const { folded, starts, ends } = ASCII.test(text) ? { folded: whole } : foldWithPositions(text);
  const found: Span[] = [];
  for (let at = folded.indexOf(phrase); at >= 0 && found.length < most; at = folded.indexOf(phrase, at)) {
    const start = starts ? starts[at]! : at;
    at += phrase.length;
    const end = ends ? ends[at - 1]! : at;
    found.push({ start, end });
    // Include the rest of a character that was matched in part, such as the second s of ß.
    while (starts && starts[at]! < end) at++;
  }
  return found;
}

interface Folded {
  folded: string;
  /** For each folded unit, where its character begins in the original text. */
  starts?: number[];
  ends?: number[];
}

/** The result of `foldText` for the same text. */
function foldWithPositions(text: string): Folded {
  const lower = lowerWithPositions(text);
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: composing, index } of lower.text.matchAll(COMPOSING)) {
    const piece = composing.replaceAll('ß', 'ss').normalize('NFC');
    folded += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(lower.starts[index]!);
      ends.push(lower.ends[index + composing.length - 1]!);
    }
  }
  return { folded, starts, ends };
}

/** Decomposed, without accents, in lower case: which keeps the length, and looks at neighbours, as for a sigma that ends a word. */
function lowerWithPositions(text: string): { text: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let bare = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = cluster.normalize('NFKD').replace(MARKS, '');
    bare += piece;
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
  }
  return { text: bare.toLowerCase(), starts, ends };
}
