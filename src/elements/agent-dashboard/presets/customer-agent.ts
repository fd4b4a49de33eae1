/** The performance dashboard of a customer agent, and its older form. */
import type { Preset } from './preset.js';

/** What the agent lacks, how it does, and its conversations. The filters are for the conversations alone. */
export const CUSTOMER_AGENT: Preset = {
  id: 'customer-agent',
  top: [],
  sections: [
    { id: 'gaps', parts: [{ kind: 'gaps', limit: 3 }] },
    {
      id: 'overview',
      parts: [
        { kind: 'range' },
        { kind: 'volume', groupBy: 'channel', groupOptions: ['channel', 'status', 'tag'] },
        {
          kind: 'kpis',
          metrics: [
            'total-volume',
            'ai-resolved',
            'ai-resolved-rate',
            'ai-revenue',
            'add-to-cart',
            'link-clicks',
            'ai-order-value',
          ],
        },
        { kind: 'skills' },
      ],
    },
    {
      id: 'conversations',
      parts: [
        { kind: 'filters' },
        {
          kind: 'conversations',
          columns: ['first-question', 'profile', 'channel', 'status', 'tag', 'messages', 'updated-at'],
        },
      ],
    },
  ],
};

/** Four metrics, three outcomes in place of four statuses, no channel column, one range and one set of filters for all of it. */
export const CUSTOMER_AGENT_CLASSIC: Preset = {
  id: 'customer-agent-classic',
  top: [{ kind: 'range' }, { kind: 'filters', dimensions: ['channel', 'outcome', 'tag'] }],
  sections: [
    {
      id: 'overview',
      parts: [
        { kind: 'volume', groupBy: 'channel', groupOptions: ['channel', 'outcome', 'tag'] },
        { kind: 'kpis', metrics: ['total-volume', 'ai-resolved-rate', 'ai-unresolved-rate', 'ai-revenue'] },
      ],
    },
    {
      id: 'conversations',
      parts: [
        { kind: 'conversations', columns: ['first-question', 'profile', 'outcome', 'tag', 'messages', 'updated-at'] },
      ],
    },
  ],
};
