/** A new article as a source keeps it: checked, with an id of its own. */
import { checkAnswer } from '../contract/check-answer.js';
import { newArticleSchema } from '../contract/wire-schemas.js';
import type { Article } from '../core/facts/articles.js';
import type { NewArticle } from '../core/query.js';
import { SourceError } from '../core/source-error.js';

/** Throws a `SourceError` with status 400 that names the field. `now` dates it. */
export function toArticle(given: NewArticle, now: string): Article {
  const checked = checkAnswer<NewArticle>(newArticleSchema, given);
  if (!checked.ok)
    throw new SourceError(`The article's ${checked.field || 'fields'} is ${checked.found}. Use a text with content.`, {
      status: 400,
      parameter: checked.field,
    });
  const { title, body, url } = checked.value;
  return { id: newId(), title, body, ...(url !== undefined && { url }), updatedAt: now };
}

// randomUUID is missing on pages that came over plain http.
function newId(): string {
  if (typeof globalThis.crypto?.randomUUID === 'function') return globalThis.crypto.randomUUID();
  return `article-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}
