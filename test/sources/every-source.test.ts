import { createEndpointSource } from '../../src/sources/endpoint-source.js';
import { createLocalSource } from '../../src/sources/local-source.js';
import { BASE, endpointOf } from './in-page-endpoint.js';
import { describeSource } from './source-promises.js';

describeSource('the local source', createLocalSource);
describeSource('the local source over JSON text', (data, options) => createLocalSource(JSON.stringify(data), options));
describeSource('the endpoint source', (data, options) =>
  createEndpointSource(BASE, { fetch: endpointOf(createLocalSource(data, options)) }),
);
