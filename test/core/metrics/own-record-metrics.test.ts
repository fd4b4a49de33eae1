/** Custom metrics on the facts beside conversations, without saying by which time. */
import { expect } from 'chai';
import type { AgentData } from '../../../src/core/facts/agent-data.js';
import { defineMetric } from '../../../src/core/metrics/define-metric.js';
import { count, mean, ratio, sum, type Formula } from '../../../src/core/metrics/definition.js';
import { june, metricOf } from '../../fixtures/make-facts.js';

const data: AgentData = {
  tickets: [
    { id: 't1', createdAt: june(1), priority: 'high', channel: 'e-mail' },
    { id: 't2', createdAt: june(2), priority: 'low', channel: 'e-mail' },
    { id: 't3', createdAt: june(3), priority: 'high', channel: 'phone' },
  ],
  customers: [
    { id: 'c1', startedAt: june(2) },
    { id: 'c2', startedAt: june(3), segment: 'club' },
  ],
  accounts: [{ id: 'a1', createdAt: june(4) }],
  checkouts: [
    { id: 'k1', completedAt: june(1), signedIn: true, total: 1000 },
    { id: 'k2', completedAt: june(2), signedIn: false, total: 500 },
  ],
  discounts: [
    { id: 'd1', at: june(1), accepted: true, value: 300 },
    { id: 'd2', at: june(2), accepted: false, value: 500 },
    { id: 'd3', at: june(2), accepted: true, value: 100 },
  ],
};

const own = (fact: string, formula: Formula) =>
  metricOf(data, 'own', {}, { metrics: [defineMetric({ id: 'own', fact, formula })] });

describe('custom metrics on facts beside conversations', () => {
  const cases: [name: string, fact: string, formula: Formula, value: number][] = [
    ['urgent tickets', 'tickets', count({ where: { priority: 'high' } }), 2],
    ['the share of tickets by e-mail', 'tickets', ratio(count({ where: { channel: 'e-mail' } }), count()), 2 / 3],
    ['new customers', 'customers', count(), 2],
    ['new accounts', 'accounts', count(), 1],
    ['the mean of checkouts without signing in', 'checkouts', mean('total', { where: { signedIn: false } }), 500],
    ['discounts taken, by yes', 'discounts', count({ where: { accepted: true } }), 2],
    ['discounts not taken, by not yes', 'discounts', sum('value', { where: { accepted: { not: true } } }), 500],
    ['discounts of both kinds, by a list', 'discounts', count({ where: { accepted: [true, false] } }), 3],
    ['discounts taken, by the text', 'discounts', count({ where: { accepted: 'true' } }), 2],
  ];
  for (const [name, fact, formula, value] of cases) {
    it(name, async () => expect((await own(fact, formula)).value).to.equal(value));
  }
});
