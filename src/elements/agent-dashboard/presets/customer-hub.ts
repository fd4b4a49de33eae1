/** How people use the hub of their account, and what it earns. One range above all of it, compared with the one before. */
import type { Preset } from './preset.js';

export const CUSTOMER_HUB: Preset = {
  id: 'customer-hub',
  top: [{ kind: 'range' }],
  compare: 'previous-period',
  product: 'hub',
  sections: [
    {
      id: 'overview',
      parts: [
        {
          kind: 'kpis',
          metrics: ['total-accounts', 'service-interactions', 'active-accounts', 'hub-revenue'],
          withoutChange: ['total-accounts'],
          heading: '',
        },
      ],
    },
    {
      id: 'interactions',
      parts: [
        {
          kind: 'volume',
          metric: 'service-interactions',
          groupBy: 'kind',
          groupOptions: [],
          heading: 'interactions-over-time',
        },
      ],
    },
    {
      id: 'order-value',
      parts: [
        {
          kind: 'trend',
          metrics: ['signed-in-order-value', 'signed-in-checkouts'],
          headline: true,
          heading: 'checkouts-and-value',
        },
      ],
    },
    {
      id: 'logins',
      parts: [{ kind: 'kpis', id: 'logins', metrics: ['hub-logins', 'inactive-accounts'], heading: '' }],
    },
    { id: 'records', parts: [{ kind: 'records', metric: 'service-interactions', followSelection: true }] },
  ],
};
