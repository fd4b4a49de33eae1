/** A help desk: how fast and well people solve what comes in, what customers think, what they solve themselves, and social networks. */
import type { Part, Preset } from './preset.js';

/** The levels of a section, the basic one first. */
const levels = (basic: Part[], intermediate: Part[], advanced: Part[]): Part[] =>
  [
    { kind: 'group', id: 'basic', parts: basic } as const,
    { kind: 'group', id: 'intermediate', parts: intermediate } as const,
    { kind: 'group', id: 'advanced', parts: advanced } as const,
  ].filter(({ parts }) => parts.length > 0);

const PERFORMANCE = levels(
  [
    {
      kind: 'kpis',
      metrics: [
        'ticket-volume',
        'first-response-time',
        'response-time',
        'resolved-tickets',
        'unresolved-tickets',
        'unresolved-of-created',
        'resolution-time',
      ],
    },
    { kind: 'trend', metrics: ['ticket-volume', 'resolved-tickets'], heading: 'tickets-over-time' },
    { kind: 'breakdown', metric: 'ticket-volume', groupBy: 'type', heading: 'tickets-by-type' },
    { kind: 'breakdown', metric: 'ticket-volume', groupBy: 'channel', heading: 'tickets-by-channel' },
    {
      kind: 'ranking',
      groupBy: 'agent',
      metrics: ['response-time', 'resolution-time', 'fcr-rate', 'csat'],
      sort: '-csat',
      heading: 'leaderboard',
      filters: { '!agent': [''] },
    },
  ],
  [
    {
      kind: 'kpis',
      id: 'speed',
      metrics: [
        'first-assign-time',
        'fcr-rate',
        'first-response-sla-rate',
        'resolution-sla-rate',
        'sla-overdue-open',
        'replies-per-ticket',
        'reassigned-tickets',
        'handle-time',
      ],
    },
    { kind: 'trend', metrics: ['first-response-sla-rate', 'resolution-sla-rate'], heading: 'sla-over-time' },
  ],
  [
    { kind: 'kpis', id: 'trouble', metrics: ['reopened-tickets', 'escalation-rate'] },
    { kind: 'heatmap', metric: 'ticket-volume', heading: 'ticket-load' },
    { kind: 'breakdown', metric: 'ticket-volume', groupBy: 'region', heading: 'tickets-by-region', width: 'full' },
  ],
);

const SATISFACTION = levels(
  [
    { kind: 'kpis', id: 'satisfaction', metrics: ['csat', 'nps'] },
    { kind: 'trend', metrics: ['csat', 'nps'], heading: 'satisfaction-over-time' },
  ],
  [
    {
      kind: 'kpis',
      id: 'loyalty',
      metrics: ['customer-replies-per-ticket', 'survey-response-rate', 'churn-rate', 'retention-rate'],
    },
    {
      kind: 'breakdown',
      metric: 'churn-rate',
      groupBy: 'reason',
      heading: 'churn-by-reason',
      width: 'full',
      filters: { '!reason': [''] },
    },
  ],
  [
    { kind: 'kpis', id: 'effort', metrics: ['ces', 'customers', 'discounts-granted', 'discounts-value'] },
    {
      kind: 'breakdown',
      metric: 'csat',
      groupBy: 'segment',
      groupOptions: ['segment', 'tier', 'industry', 'region'],
      sort: 'value',
      heading: 'satisfaction-by-segment',
    },
    {
      kind: 'breakdown',
      metric: 'nps',
      groupBy: 'segment',
      groupOptions: ['segment', 'tier', 'industry', 'region'],
      sort: 'value',
      heading: 'nps-by-segment',
    },
    {
      kind: 'breakdown',
      metric: 'customers',
      groupBy: 'tier',
      groupOptions: ['tier', 'industry', 'region', 'segment'],
      heading: 'customers-by-segment',
    },
    {
      kind: 'breakdown',
      metric: 'discounts-granted',
      groupBy: 'kind',
      groupOptions: ['kind', 'accepted'],
      heading: 'discounts-by-kind',
    },
    { kind: 'records', metric: 'nps', heading: 'nps-answers', pageSize: 10 },
  ],
);

const SELF_SERVICE = levels(
  [
    { kind: 'kpis', id: 'self-service', metrics: ['article-views', 'bot-conversations', 'forum-posts'] },
    { kind: 'trend', metrics: ['article-views', 'ticket-volume'], heading: 'views-and-tickets' },
  ],
  [
    {
      kind: 'kpis',
      id: 'help',
      metrics: [
        'article-bounce-rate',
        'time-on-article',
        'thumbs-up',
        'thumbs-down',
        'self-service-ratio',
        'bot-success-rate',
        'ai-resolved-rate',
        'forum-solved',
        'forum-success-rate',
      ],
    },
    {
      kind: 'ranking',
      groupBy: 'article',
      metrics: ['article-views', 'article-bounce-rate', 'time-on-article', 'thumbs-up', 'thumbs-down'],
      sort: '-article-views',
      limit: 10,
      heading: 'articles',
    },
  ],
  [],
);

const SOCIAL = levels(
  [
    { kind: 'kpis', id: 'social', metrics: ['social-response-time', 'social-engagement'] },
    {
      kind: 'breakdown',
      metric: 'ticket-volume',
      groupBy: 'network',
      heading: 'tickets-by-network',
      filters: { '!network': [''] },
    },
    { kind: 'breakdown', metric: 'social-engagement', groupBy: 'network', heading: 'engagement-by-network' },
  ],
  [],
  [{ kind: 'kpis', id: 'social-goals', metrics: ['social-sla-rate', 'social-bot-resolved'] }],
);

export const HELP_DESK: Preset = {
  id: 'help-desk',
  top: [
    { kind: 'range' },
    { kind: 'filters', dimensions: ['channel', 'type', 'region', 'agent'], metric: 'ticket-volume' },
  ],
  product: 'none',
  sections: [
    { id: 'performance', parts: PERFORMANCE },
    { id: 'satisfaction', parts: SATISFACTION },
    { id: 'self-service', parts: SELF_SERVICE },
    { id: 'social', parts: SOCIAL },
    { id: 'records', parts: [{ kind: 'records', metric: 'ticket-volume', followSelection: true }] },
  ],
};
