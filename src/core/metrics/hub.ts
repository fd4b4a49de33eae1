/** The hub family (S3): accounts of the customer hub, what they do there and what they buy. */
import { count, difference, distinct, mean, stock, sum, type MetricDefinition } from './definition.js';

const base = { family: 'hub', level: 'basic', source: 'S3' } as const;
const accounts = stock({ fact: 'accounts', at: 'createdAt' });
const opened = distinct('account', { fact: 'hubEvents', at: 'at', where: { kind: 'opened' } });
const checkouts = { ...base, fact: 'checkouts', at: 'completedAt', rows: { signedIn: true } } as const;

export const HUB_METRICS: readonly MetricDefinition[] = [
  {
    ...base, id: 'total-accounts', fact: 'accounts', at: 'createdAt', formula: accounts, unit: 'count', better: 'higher',
    label: 'Total accounts', description: 'Accounts that were created since the hub was first launched.', rule: 'Accounts created up to the end of the range, from the first launch on.',
  },
  {
    ...base, id: 'service-interactions', fact: 'hubEvents', at: 'at', rows: { interaction: true }, formula: count(), unit: 'count', better: 'higher',
    label: 'Service interactions', description: 'What customers did for themselves in the hub.',
    rule: 'Orders tracked, returns started, coupons requested, clicks on help, chats started, and further kinds; opening, signing in and adding to the cart do not count.',
  },
  {
    ...base, id: 'active-accounts', fact: 'hubEvents', at: 'at', rows: { kind: 'opened' }, formula: distinct('account'), unit: 'count', better: 'higher',
    label: 'Active accounts', description: 'Different accounts that opened the hub.', rule: 'Distinct accounts with at least one opening in the range.',
  },
  {
    ...base, id: 'hub-revenue', fact: 'hubItems', at: 'at', formula: sum('value'), unit: 'money', better: 'higher',
    label: 'Revenue generated', description: 'Sales of exactly the items that were put into the cart in the hub.',
    rule: 'Order lines of the same account and product that follow an addition to the cart in the hub, at most the quantity added, each addition once; dated by the order.',
  },
  {
    ...base, id: 'hub-logins', fact: 'hubEvents', at: 'at', rows: { kind: 'login' }, formula: count(), unit: 'count', better: 'higher',
    label: 'Logins', description: 'How often customers signed in to the hub.', rule: 'Every login, by its time.',
  },
  {
    ...base, id: 'inactive-accounts', fact: 'accounts', at: 'createdAt', formula: difference(accounts, opened), unit: 'count', better: 'lower',
    label: 'Inactive accounts', description: 'Accounts that did not open the hub.', rule: 'Total accounts − active accounts.',
  },
  {
    ...checkouts, id: 'signed-in-checkouts', formula: count(), unit: 'count', better: 'higher',
    label: 'Completed checkouts (signed in)', description: 'Checkouts that signed-in customers completed.', rule: 'Completed checkouts of signed-in customers, by their completion.',
  },
  {
    ...checkouts, id: 'signed-in-order-value', formula: mean('total'), unit: 'money', better: 'higher',
    label: 'Average order value (signed in)', description: 'What a checkout of a signed-in customer comes to.', rule: 'Mean total of the completed checkouts of signed-in customers.',
  },
];
