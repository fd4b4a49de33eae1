/** What `<agent-dashboard preset="customer-agent">` asks for a month compared with the one before, and what its pickers ask next. */
const RANGE = { from: '2026-09-01', to: '2026-09-30', timeZone: 'Europe/Berlin', now: '2026-10-31T22:00:00.000Z' };
const BEFORE = { from: '2026-08-02', to: '2026-08-31' };
const HEADLINES = 'total-volume,ai-resolved,ai-resolved-rate,ai-revenue,add-to-cart,link-clicks,ai-order-value';

const metrics = (query) => `/metrics?${new URLSearchParams({ ...RANGE, ...query })}`;

export const QUESTIONS = {
  describe: '/describe',
  'headline numbers': metrics({ metrics: HEADLINES, grain: 'day', compareFrom: BEFORE.from, compareTo: BEFORE.to }),
  'volume by channel': metrics({ metrics: 'total-volume', groupBy: 'channel', grain: 'day', limit: '7' }),
  'volume by status': metrics({ metrics: 'total-volume', groupBy: 'status', grain: 'day', limit: '7' }),
  'volume by tag': metrics({ metrics: 'total-volume', groupBy: 'tag', grain: 'day', limit: '7' }),
  skills: metrics({ metrics: 'skill-uses', groupBy: 'skill' }),
  'skills before': metrics({ metrics: 'skill-uses', groupBy: 'skill', ...BEFORE }),
  'filters: all': metrics({ metrics: 'total-volume' }),
  'filters: channels': metrics({ metrics: 'total-volume', groupBy: 'channel' }),
  'filters: tags': metrics({ metrics: 'total-volume', groupBy: 'tag', filters: 'channel:web,whatsapp' }),
  conversations: `/conversations?${new URLSearchParams({ ...RANGE, pageSize: '25', sort: '-updated-at' })}`,
  // A day's: gaps are found among a limited number of questions.
  'knowledge gaps': `/knowledge-gaps?${new URLSearchParams({ ...RANGE, from: RANGE.to, limit: '3' })}`,
};
