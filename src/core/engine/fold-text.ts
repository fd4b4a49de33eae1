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
  const { folded, pieceOf, pieces } = foldWithPositions(text);
  const at = folded.indexOf(phrase);
  if (at < 0) return undefined;
  return { start: pieces[pieceOf[at]!]!.start, end: pieces[pieceOf[at + phrase.length - 1]!]!.end };
}

interface Piece {
  start: number;
  end: number;
  folded: string;
}

/** Folds piece by piece, remembering which piece each folded unit came from. */
function foldWithPositions(text: string): { folded: string; pieceOf: number[]; pieces: Piece[] } {
  const pieces: Piece[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const piece: Piece = { start: index, end: index + cluster.length, folded: foldText(cluster) };
    while (joins(text, pieces.at(-1), piece)) {
      piece.start = pieces.pop()!.start;
      piece.folded = foldText(text.slice(piece.start, piece.end));
    }
    pieces.push(piece);
  }
  const pieceOf = pieces.flatMap(({ folded }, index) => new Array<number>(folded.length).fill(index));
  return { folded: pieces.map(({ folded }) => folded).join(''), pieceOf, pieces };
}

/** Characters that compose when they stand together, as the letters of a Hangul syllable, are one piece. */
function joins(text: string, before: Piece | undefined, piece: Piece): boolean {
  return before !== undefined && foldText(text.slice(before.start, piece.end)) !== before.folded + piece.folded;
}
