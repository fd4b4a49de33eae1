import type { LocalSource } from '../../../src/sources/local-source.js';
import { maskedSource } from '../../../src/server/access/masked-source.js';
import { sourceOf } from '../../fixtures/make-facts.js';
import { describeSecurity } from './describe-security.js';

describeSecurity('an engine in memory', async (tenants) => {
  const sources = new Map<string, LocalSource>([...tenants].map(([tenant, data]) => [tenant, sourceOf(data)]));
  const nothing = sourceOf({});
  // It looks at everything, so that it has to be kept from searching for those who may not see everything.
  return { engine: { sourceFor: ({ tenant, may }) => maskedSource(sources.get(tenant) ?? nothing, may) } };
});
