/** The help desk's customer satisfaction (S4): surveys, customers who stay and leave, discounts. */
import { count, difference, mean, ratio, scale, stock, sum, type MetricDefinition } from './definition.js';

const desk = { family: 'help-desk', source: 'S4' } as const;
const basic = { ...desk, level: 'basic' } as const;
const intermediate = { ...desk, level: 'intermediate' } as const;
const advanced = { ...desk, level: 'advanced' } as const;
const answers = { fact: 'surveyAnswers', at: 'at' } as const;
const discounts = { fact: 'discounts', at: 'at' } as const;

/** The reason for leaving is known only for customers who left, so the base is not split by it. */
const atStart = stock({ fact: 'customers', at: 'startedAt', when: 'start', until: 'lostAt', ignore: ['reason'] });
const lost = count({ fact: 'customers', at: 'lostAt', begunBefore: 'startedAt' });
const known = count({ where: { value: { known: true } } });

export const DESK_SATISFACTION_METRICS: readonly MetricDefinition[] = [
  {
    ...basic,
    ...answers,
    id: 'csat',
    rows: { kind: 'csat', positive: { known: true } },
    formula: ratio(count({ where: { positive: true } }), count()),
    unit: 'percent',
    better: 'higher',
    label: 'Customer satisfaction',
    description: 'Share of customers who were satisfied.',
    rule: 'Positive answers (4 or 5 of 5) ÷ answers.',
  },
  {
    ...basic,
    ...answers,
    id: 'nps',
    rows: { kind: 'nps' },
    formula: scale(
      ratio(difference(count({ where: { value: { atLeast: 9 } } }), count({ where: { value: { atMost: 6 } } })), known),
      100,
    ),
    unit: 'points',
    better: 'higher',
    label: 'Net promoter score',
    description: 'How many more customers recommend than advise against, −100 to 100.',
    rule: 'Percentage of answers of 9–10 − percentage of answers of 0–6.',
  },
  {
    ...intermediate,
    fact: 'resolutions',
    at: 'at',
    id: 'customer-replies-per-ticket',
    formula: mean('customerReplies'),
    unit: 'ratio',
    better: 'lower',
    label: 'Customer replies per ticket',
    description: 'How often customers have to write again.',
    rule: 'Mean of customer replies before the latest resolution; the opening message is no reply.',
  },
  {
    ...intermediate,
    fact: 'surveysSent',
    at: 'sentAt',
    id: 'survey-response-rate',
    formula: ratio(count({ fact: 'surveyAnswers', at: 'sentAt' }), count()),
    unit: 'percent',
    better: 'higher',
    needs: ['surveys.sentAt'],
    label: 'Survey response rate',
    description: 'Share of surveys that were answered.',
    rule: 'Answered ÷ sent, by the time they were sent.',
  },
  {
    ...intermediate,
    fact: 'customers',
    at: 'startedAt',
    id: 'churn-rate',
    formula: ratio(lost, atStart),
    unit: 'percent',
    better: 'lower',
    needs: ['customers.lostAt'],
    label: 'Churn rate',
    description: 'Share of customers who left.',
    rule: 'Customers at the start who were lost in the range ÷ customers at the start.',
  },
  {
    ...intermediate,
    fact: 'customers',
    at: 'startedAt',
    id: 'retention-rate',
    formula: ratio(difference(atStart, lost), atStart),
    unit: 'percent',
    better: 'higher',
    needs: ['customers.lostAt'],
    label: 'Retention rate',
    description: 'Share of customers who stayed.',
    rule: 'Customers at the start who are still there at the end ÷ customers at the start.',
  },
  {
    ...advanced,
    fact: 'customers',
    at: 'startedAt',
    id: 'customers',
    formula: stock({ until: 'lostAt' }),
    unit: 'count',
    better: 'higher',
    label: 'Customers',
    description: 'Customers at the end of the range.',
    rule: 'Customers who started up to the end of the range and were not lost by then.',
  },
  {
    ...advanced,
    ...answers,
    id: 'ces',
    rows: { kind: 'ces' },
    formula: mean('value'),
    unit: 'points',
    better: 'higher',
    label: 'Customer effort score',
    description: 'How easy it was for customers, from 1 to 7 (very easy).',
    rule: 'Mean of the answers, by the time of the answer.',
  },
  {
    ...advanced,
    ...discounts,
    id: 'discounts-granted',
    formula: count(),
    unit: 'count',
    better: 'neither',
    label: 'Discounts and offers',
    description: 'Discounts and offers that were made.',
    rule: 'Every discount, by its time.',
  },
  {
    ...advanced,
    ...discounts,
    id: 'discounts-value',
    formula: sum('value'),
    unit: 'money',
    better: 'neither',
    label: 'Value of discounts',
    description: 'What all discounts and offers were worth.',
    rule: 'Sum of their values, by their time.',
  },
];
