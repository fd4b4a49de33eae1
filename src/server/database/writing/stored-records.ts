/** A record beside conversations as the database keeps it. */
import type { Derivation } from '../../../core/tables/derive.js';
import type { Stored } from './read-present.js';

export const idOf = ({ fact, key }: Pick<Stored, 'fact' | 'key'>): string => `${fact}/${key}`;

export function linksOf({ reads, links }: Derivation, { fact, key, raw }: Stored): readonly string[] {
  return links && reads.includes(fact) ? links(fact, key, raw as never) : [];
}
