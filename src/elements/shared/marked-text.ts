/** Text from data: addresses in it as links, what a search found marked. */
import { html, type TemplateResult } from 'lit';
import { findPhrases, type Span } from '../../core/answer/fold-text.js';
import { safeUrl } from './safe-url.js';

/** A piece of a text, with the address it leads to; its own pieces are marked or not. */
interface LinkedPiece {
  href: string | undefined;
  pieces: { text: string; isMarked: boolean }[];
}

const ADDRESS = /(?:https?:\/\/|mailto:|tel:)[^\s<>"]+/gi;
const TAIL = /[.,;:!?'”’»…、。）」]/;
const MAX_MARKS = 50;

/** Where the folded phrase stands in the text. */
export function findMarks(text: string, phrase: string): Span[] {
  return findPhrases(text, phrase, MAX_MARKS);
}

/** Cuts a text at its addresses and marks. Without `withLinks` addresses stay text. */
export function cutText(text: string, phrase = '', withLinks = true): LinkedPiece[] {
  const marks = findMarks(text, phrase);
  const parts: LinkedPiece[] = [];
  let at = 0;
  const add = (start: number, end: number, href?: string): void => {
    if (end > start) parts.push({ href, pieces: cutAtMarks(text, { start, end }, marks) });
    at = end;
  };
  for (const { 0: found, index } of withLinks ? text.matchAll(ADDRESS) : []) {
    const address = withoutTail(found);
    const href = safeUrl(address);
    if (href === undefined) continue;
    add(at, index);
    add(index, index + address.length, href);
  }
  add(at, text.length);
  return parts;
}

export function markedText(text: string, phrase?: string, withLinks?: boolean): TemplateResult[] {
  return cutText(text, phrase, withLinks).map(({ href, pieces }) => {
    const content = pieces.map(({ text: piece, isMarked }) =>
      isMarked ? html`<mark part="mark">${piece}</mark>` : html`${piece}`,
    );
    return href === undefined ? html`${content}` : outerLink(href, content);
  });
}

/** A link that leads out of the page and says nothing of it. */
function outerLink(href: string, content: unknown): TemplateResult {
  return html`<a part="link" href=${href} target="_blank" rel="noopener noreferrer nofollow">${content}</a>`;
}

function cutAtMarks(text: string, { start, end }: Span, marks: readonly Span[]): LinkedPiece['pieces'] {
  const pieces: LinkedPiece['pieces'] = [];
  let at = start;
  const add = (to: number, isMarked: boolean): void => {
    if (to > at) pieces.push({ text: text.slice(at, to), isMarked });
    at = Math.max(at, to);
  };
  for (const mark of marks) {
    if (mark.end <= start || mark.start >= end) continue;
    add(Math.min(mark.start, end), false);
    add(Math.min(mark.end, end), true);
  }
  add(end, false);
  return pieces;
}

/** What ends a sentence does not end an address; a bracket belongs to it when it opened inside. */
function withoutTail(address: string): string {
  let surplus = address.split(')').length - address.split('(').length;
  const hasSquare = address.includes('[');
  let end = address.length;
  for (; end > 0; end--) {
    const last = address[end - 1]!;
    if (last === ')' ? surplus-- <= 0 : last === ']' ? hasSquare : !TAIL.test(last)) break;
  }
  return address.slice(0, end);
}
