/** The least that each tag of the kit needs to show something: a new tag gets a line here and is tested by every shared suite. */

export interface Tagged {
  /** Attributes without which it has nothing to ask. */
  attributes?: Record<string, string>;
  /** What it says where there is nothing in the range, for those that ask. */
  empty?: RegExp;
}

const NOTHING = /No conversations in this range/;

export const EVERY_TAG = {
  'agent-breakdown-chart': { empty: NOTHING },
  'agent-conversation-table': { empty: NOTHING },
  'agent-conversation-thread': { attributes: { 'conversation-id': 'talk-3' } },
  'agent-dashboard': { empty: NOTHING },
  'agent-filter-bar': {},
  'agent-goals-card': { attributes: { goals: 'total-volume:100;ai-resolved-rate:0.6' }, empty: NOTHING },
  'agent-kpi-grid': { empty: NOTHING },
  'agent-load-heatmap': { empty: NOTHING },
  'agent-metrics-provider': {},
  'agent-questions-card': { empty: NOTHING },
  'agent-range-picker': {},
  'agent-ranking-table': {
    attributes: { 'group-by': 'channel', metrics: 'total-volume,ai-resolved-rate' },
    empty: NOTHING,
  },
  'agent-record-table': { attributes: { metric: 'total-volume' }, empty: NOTHING },
  'agent-skills-card': { empty: NOTHING },
  'agent-trend-chart': { empty: NOTHING },
  'agent-volume-chart': { empty: NOTHING },
  'knowledge-gaps-card': { empty: NOTHING },
} satisfies Record<string, Tagged>;
