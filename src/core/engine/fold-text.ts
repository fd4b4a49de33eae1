/** Text as a search sees it: without case, accents and width, the same in every engine. */
const MARKS = /[\u0300-\u036f]/g;

/** NFKD, without U+0300–036F, lower case, ß as ss, NFC. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('ß', 'ss').normalize('NFC');
}

/** A search phrase: folded, trimmed, spaces collapsed. */
export function foldPhrase(text: string): string {
  return foldText(text).trim().replace(/\s+/gu, ' ');
}

/** Where the folded phrase first stands in the text, as characters of the original; `undefined` where it does not. */
export function findPhrase(text: string, phrase: string): { start: number; end: number } | undefined {
  if (!phrase || !foldText(text).includes(phrase)) return undefined;
  const { folded, startOf } = foldWithPositions(text);
  const at = folded.indexOf(phrase);
  return at < 0 ? undefined : { start: startOf[at]!, end: startOf[at + phrase.length]! };
}

/** Folds character by character, remembering where each folded unit came from. A mark belongs to the character before it. */
function foldWithPositions(text: string): { folded: string; startOf: number[] } {
  const startOf: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const piece = foldText(cluster);
    for (let unit = 0; unit < piece.length; unit++) startOf.push(index);
    folded += piece;
  }
  startOf.push(text.length);
  return { folded, startOf };
}
