/** A chatbot: how much it is used, where it falls short, when and where people write, what they ask, and how the team does. */
import type { Preset } from './preset.js';

export const CHATBOT: Preset = {
  id: 'chatbot',
  top: [{ kind: 'range' }, { kind: 'filters', dimensions: ['channel', 'tag', 'region', 'language'] }],
  sections: [
    {
      id: 'overview',
      parts: [
        {
          kind: 'kpis',
          metrics: [
            'total-volume',
            'chat-opens',
            'engaged-conversations',
            'engagement-rate',
            'unique-users',
            'returning-users',
            'conversations-per-user',
            'conversation-length',
            'interaction-rate',
            'missed-messages',
            'missed-rate',
            'takeover-rate',
            'abandonment-rate',
            'goal-completion-rate',
            'bot-score',
            'bot-satisfaction',
            'average-response-time',
            'purchase-rate',
            'time-saved',
          ],
        },
        { kind: 'volume', groupBy: 'channel', groupOptions: ['channel', 'status', 'tag'] },
        { kind: 'trend', metrics: ['takeover-rate', 'bot-satisfaction'], heading: 'quality-over-time' },
      ],
    },
    {
      id: 'weak-spots',
      parts: [
        {
          kind: 'breakdown',
          metric: 'missed-rate',
          groupBy: 'tag',
          sort: '-value',
          heading: 'missed-by-tag',
          width: 'third',
        },
        {
          kind: 'breakdown',
          metric: 'takeover-rate',
          groupBy: 'tag',
          sort: '-value',
          heading: 'takeover-by-tag',
          width: 'third',
        },
        {
          kind: 'breakdown',
          metric: 'bot-satisfaction',
          groupBy: 'tag',
          sort: 'value',
          heading: 'rating-by-tag',
          width: 'third',
        },
      ],
    },
    { id: 'questions', parts: [{ kind: 'questions', limit: 10 }] },
    {
      id: 'demand',
      parts: [
        { kind: 'heatmap', metric: 'total-volume', heading: 'demand-load' },
        { kind: 'breakdown', metric: 'total-volume', groupBy: 'channel', heading: 'starts-by-channel', width: 'third' },
        { kind: 'breakdown', metric: 'total-volume', groupBy: 'region', heading: 'starts-by-region', width: 'third' },
        { kind: 'breakdown', metric: 'total-volume', groupBy: 'page', heading: 'starts-by-page', width: 'third' },
      ],
    },
    {
      id: 'goals',
      parts: [
        { kind: 'goals' },
        {
          kind: 'breakdown',
          metric: 'goal-completion-rate',
          groupBy: 'goal',
          heading: 'by-goal',
          width: 'full',
          filters: { '!goal': [''] },
        },
      ],
    },
    {
      id: 'team',
      parts: [
        {
          kind: 'kpis',
          id: 'team',
          metrics: ['bot-response-time', 'live-response-time', 'average-response-time:p90', 'ai-resolved-rate'],
          heading: '',
        },
        {
          kind: 'ranking',
          groupBy: 'assignee',
          metrics: ['total-volume', 'live-response-time', 'bot-satisfaction'],
          sort: 'live-response-time',
          heading: 'team',
          filters: { '!assignee': [''] },
        },
      ],
    },
    {
      id: 'conversations',
      parts: [
        {
          kind: 'conversations',
          columns: ['first-question', 'profile', 'channel', 'status', 'tag', 'messages', 'updated-at'],
        },
      ],
    },
  ],
};
