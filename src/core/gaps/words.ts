/**
 * The words of a text, for comparing what was asked with what is written: folded, without apostrophes, light endings cut off.
 * Scripts that put no space between words give pairs of neighbouring characters instead. `Intl.Segmenter` would give words there, but
 * other words in every engine, and a page and its server have to find the same gaps.
 */
import { foldText } from '../answer/fold-text.js';

const PIECE = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\p{sc=Hangul}]+/gu;

/** In the order of the text, repeated words included. */
export function toWords(text: string): string[] {
  return (foldText(text).replace(/['’ʼ]/gu, '').match(PIECE) ?? []).flatMap(splitScripts);
}

/** Text to compare whole questions by: the same for two that differ in case, spaces and punctuation alone. */
export function toWordKey(text: string): string {
  return (foldText(text).replace(/['’ʼ]/gu, '').match(PIECE) ?? []).join(' ');
}

function splitScripts(piece: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (const { 0: run, index } of piece.matchAll(UNSPACED)) {
    if (index > from) words.push(cutEnding(piece.slice(from, index)));
    words.push(...toPairs([...run]));
    from = index + run.length;
  }
  if (from < piece.length) words.push(cutEnding(piece.slice(from)));
  return words;
}

function toPairs(characters: string[]): string[] {
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, index) => characters[index]! + character);
}

/** English endings only; harmless elsewhere, since both sides of every comparison lose the same letters. */
function cutEnding(word: string): string {
  if (word.length > 4) return word.replace(/ies$/u, 'y').replace(/(?:ing|ed|es|s)$/u, '');
  return word.length > 3 ? word.replace(/s$/u, '') : word;
}
