import { expect } from 'chai';
import { Catalogue } from '../../../src/core/metrics/catalogue.js';
import { needsOf } from '../../../src/core/metrics/readable.js';

const CASES: [metric: string, needs: (string | string[])[]][] = [
  ['total-volume', ['conversations']],
  ['link-clicks', ['conversations.clicks']],
  ['self-service-ratio', ['articleVisits', 'tickets']],
  ['survey-response-rate', ['surveys', 'surveys.sentAt']],
  ['resolution-time', ['tickets', ['tickets.resolutions', 'tickets.resolvedAt']]],
  ['resolution-time:business', ['tickets', ['tickets.resolutions', 'tickets.resolvedAt'], 'settings.businessHours']],
  ['fcr-rate', ['tickets', ['tickets.resolutions', 'tickets.resolvedAt'], 'tickets.messages']],
  ['ai-resolved', ['conversations', ['conversations.status', 'conversations.messages']]],
];

describe('needsOf', () => {
  for (const [metric, needs] of CASES) {
    it(`${metric} needs ${needs.map((need) => [need].flat().join(' or ')).join(', ')}`, () => {
      expect(needsOf(new Catalogue().get(metric))).to.deep.equal(needs);
    });
  }
});
