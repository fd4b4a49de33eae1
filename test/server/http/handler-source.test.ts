import { createEndpointSource } from '../../../src/sources/endpoint-source.js';
import { createLocalSource } from '../../../src/sources/local-source.js';
import { createMetricsHandler } from '../../../src/server/http/metrics-handler.js';
import { describeSource } from '../../sources/source-promises.js';

describeSource('the reference endpoint', (data, options) => {
  const handler = createMetricsHandler({ engine: createLocalSource(data, options) });
  return createEndpointSource('http://127.0.0.1/api', { fetch: (input, init) => handler(new Request(input, init)) });
});
