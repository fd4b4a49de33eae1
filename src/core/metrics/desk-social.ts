/** The help desk on social networks (S4). */
import { count, mean, ratio, sum, type MetricDefinition } from './definition.js';

const desk = { family: 'help-desk', source: 'S4' } as const;
const onNetworks = { network: { known: true } } as const;

export const DESK_SOCIAL_METRICS: readonly MetricDefinition[] = [
  {
    ...desk,
    level: 'basic',
    id: 'social-response-time',
    fact: 'firstResponses',
    at: 'at',
    rows: onNetworks,
    formula: mean({ minus: ['at', 'createdAt'] }),
    unit: 'duration',
    better: 'lower',
    label: 'Social response time',
    description: 'Time until a person first answers on a social network.',
    rule: 'Mean of first human reply − creation over tickets from social networks.',
  },
  {
    ...desk,
    level: 'basic',
    id: 'social-engagement',
    fact: 'socialPosts',
    at: 'at',
    formula: sum('engagement'),
    unit: 'count',
    better: 'higher',
    label: 'Engagement',
    description: 'How much people responded to posts.',
    rule: 'Sum of likes, reposts, positive replies and positive mentions, by the time of the post.',
  },
  {
    ...desk,
    level: 'advanced',
    id: 'social-sla-rate',
    fact: 'resolutionTargets',
    at: 'at',
    rows: onNetworks,
    formula: ratio(count({ where: { within: true } }), count()),
    unit: 'percent',
    better: 'higher',
    label: 'Social resolution SLA',
    description: 'Share of tickets from social networks that were resolved within their target.',
    rule: 'Resolved within the target ÷ decided, over tickets from social networks.',
  },
  {
    ...desk,
    level: 'advanced',
    id: 'social-bot-resolved',
    fact: 'conversations',
    at: 'startedAt',
    rows: { channel: { setting: 'socialChannels' } },
    formula: count({ where: { status: 'resolved' } }),
    unit: 'count',
    better: 'higher',
    needs: [['conversations.status', 'conversations.messages']],
    label: 'Resolved by social bots',
    description: 'Conversations on social channels that the AI agent resolved.',
    rule: 'Resolved by AI on the channels of the setting socialChannels.',
  },
];
