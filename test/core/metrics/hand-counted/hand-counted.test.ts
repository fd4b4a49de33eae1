import { expect } from 'chai';
import { CATALOGUE } from '../../../../src/core/metrics/catalogue.js';
import { describeCases, type Cases } from './cases.js';
import { DESK_PERFORMANCE } from './desk-performance.js';
import { DESK_SATISFACTION } from './desk-satisfaction.js';
import { DESK_SELF_SERVICE } from './desk-self-service.js';
import { DESK_SOCIAL } from './desk-social.js';
import { ENGAGEMENT } from './engagement.js';
import { HUB } from './hub.js';

const FAMILIES: Record<string, Cases> = {
  'help desk: performance': DESK_PERFORMANCE,
  'help desk: satisfaction': DESK_SATISFACTION,
  'help desk: self-service': DESK_SELF_SERVICE,
  'help desk: social': DESK_SOCIAL,
  chatbot: ENGAGEMENT,
  hub: HUB,
};

for (const [family, cases] of Object.entries(FAMILIES)) describeCases(family, cases);

describe('every metric of the hub and the help desk', () => {
  it('is counted by hand at least three times', () => {
    const cases = Object.assign({}, ...Object.values(FAMILIES)) as Cases;
    const few = CATALOGUE.filter(
      ({ family, id }) => (family === 'hub' || family === 'help-desk') && (cases[id]?.length ?? 0) < 3,
    ).map(({ id }) => id);
    expect(few).to.deep.equal([]);
  });
});
