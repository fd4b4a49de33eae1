/** The words of a piece of HTML, in one pass whatever a customer wrote. */
import { toText } from './rows.js';

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
/** What is no text, up to its end. */
const HIDDEN = /<(script|style)\b|<!--/gi;
const ENDS = { script: /<\/script\s*>/gi, style: /<\/style\s*>/gi, comment: /-->/g };

/** They are shown as text, whatever they are. */
export function fromHtml(value: unknown): string {
  const html = toText(value) ?? '';
  if (!/[<&]/.test(html)) return html;
  return withoutHidden(html)
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n')
    .replace(/<\/?[a-z!][^<>]*>/gi, '')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, ten?: string, sixteen?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = ten === undefined ? parseInt(sixteen!, 16) : Number(ten);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** One without an end is left to the tags. */
function withoutHidden(html: string): string {
  const endless = new Set<string>();
  let text = '';
  let from = 0;
  for (const { index, 1: tag } of html.matchAll(HIDDEN)) {
    const kind = (tag?.toLowerCase() ?? 'comment') as keyof typeof ENDS;
    if (index < from || endless.has(kind)) continue;
    const end = ENDS[kind];
    end.lastIndex = index;
    if (!end.test(html)) {
      endless.add(kind);
      continue;
    }
    text += html.slice(from, index);
    from = end.lastIndex;
  }
  return text + html.slice(from);
}
