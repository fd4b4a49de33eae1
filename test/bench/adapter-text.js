/** The same with the JSON as a string in memory. */
import { contestant } from './adapter.js';

const { settle, ...asked } = contestant(
  'agent-metrics-kit, text in',
  'rows of JSON from a string',
  (kit, text, options) => kit.createLocalSource(text, options),
);

export default { ...asked, setup: (text, ctx) => settle(ctx, text) };
