/** Numbers counted by hand: facts of the week of 1–7 June 2026 (it is the 7th, noon), what is asked, what comes out. */
import { expect } from 'chai';
import type { AgentData } from '../../../../src/core/facts/agent-data.js';
import type { MetricsQuery } from '../../../../src/core/query.js';
import type { MetricSettings } from '../../../../src/core/settings.js';
import { metricOf } from '../../../fixtures/make-facts.js';

export interface HandCounted {
  says: string;
  data: AgentData;
  /** A value; `no-data` stands for what was not supplied. */
  gives: number | null | 'no-data';
  query?: Partial<MetricsQuery>;
  settings?: MetricSettings;
  /** Beside the value: by group or bucket. */
  byGroup?: Record<string, number | null>;
  byBucket?: (number | null)[];
}

export type Cases = Record<string, HandCounted[]>;

export function describeCases(family: string, cases: Cases): void {
  for (const [metric, list] of Object.entries(cases)) {
    describe(`${metric} (${family})`, () => {
      for (const { says, data, gives, query = {}, settings, byGroup, byBucket } of list) {
        it(says, async () => {
          const options = settings ? { settings } : {};
          const answer = await metricOf(data, metric, query, options);
          if (gives === 'no-data') expect([answer.value, answer.reason]).to.deep.equal([null, 'no-data']);
          else if (gives === null) expect([answer.value, answer.reason]).to.deep.equal([null, undefined]);
          else expect(answer.value).to.be.closeTo(gives, 1e-12);
          if (byBucket) expect(answer.byBucket).to.deep.equal(byBucket);
          if (byGroup) expect(answer.byGroup).to.deep.equal(Object.values(byGroup));
        });
      }
    });
  }
}
