/** The document of the adapters, field by field, says what their tables say. */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { FRESHDESK_FIELDS } from '../../src/sources/adapters/freshdesk/fields.js';
import { INTERCOM_FIELDS } from '../../src/sources/adapters/intercom/fields.js';
import type { FieldTable } from '../../src/sources/adapters/vendor.js';
import { ZENDESK_FIELDS } from '../../src/sources/adapters/zendesk/fields.js';

const text = readFileSync(new URL('../../src/sources/adapters/README.md', import.meta.url), 'utf8');
const sections = new Map(
  text
    .split(/^## /m)
    .slice(1)
    .map((section) => [section.split('\n')[0]!.trim(), section]),
);

/** Fields that go somewhere, as the document's rows begin. */
function rowsOf(table: FieldTable): string[] {
  return Object.entries(table).flatMap(([name, fields]) =>
    Object.entries(fields).flatMap(([field, [to]]) => (to ? [`| \`${name}.${field}\` | \`${to}\` |`] : [])),
  );
}

describe('the document of exports', () => {
  for (const [vendor, table] of [
    ['Zendesk', ZENDESK_FIELDS],
    ['Intercom', INTERCOM_FIELDS],
    ['Freshdesk', FRESHDESK_FIELDS],
  ] as const) {
    it(`has every field of ${vendor} that goes somewhere`, () => {
      const missing = rowsOf(table).filter((row) => !sections.get(vendor)?.includes(row));
      expect(missing).to.deep.equal([]);
      expect(rowsOf(table).length).to.be.above(20);
    });
  }
});
