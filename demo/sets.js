/** The demo's data sets: where they are, what stands for "now", and what to say about them. */
export const SETS = {
  'star': {
    endpoint: '/api', file: '/data/star.ndjson', now: '2020-05-27T12:00:00Z', zone: 'Etc/UTC', group: 'tag', range: 'last-7-days',
    label: 'Real conversations from May 2020; “now” stands at 27 May 2020, 12:00 UTC.',
  },
  'made-up': {
    endpoint: '/made-up/api', file: '/data/made-up.json', now: '2026-06-07T12:00:00Z', zone: 'Europe/Berlin', group: 'channel', range: 'last-30-days',
    label: 'Made-up conversations of an invented shop; “now” stands at 7 June 2026, 14:00 in Berlin.',
  },
  'service': {
    endpoint: '/service/api', file: '/data/made-up-service.json', now: '2026-06-07T12:00:00Z', zone: 'Europe/Berlin', group: 'channel', range: 'last-90-days',
    // What a person would have taken for each: the demo's own guess.
    settings: { minutesSavedPerConversation: 6 },
    label: 'Made up: fourteen months of an invented shop; “now” stands at 7 June 2026, 14:00 in Berlin.',
  },
  'online-retail': {
    endpoint: '/online-retail/api', file: '/data/online-retail.json', now: '2010-12-05T13:00:00Z', zone: 'Europe/London', group: 'channel', range: '2010-12-01/2010-12-05',
    label: 'Real invoices of a gift shop, 1 to 5 December 2010; “now” stands at 5 December 2010, 13:00 in London.',
  },
  'tau-bench': {
    endpoint: '/tau-bench/api', file: '/data/tau-bench-airline.ndjson', now: '2024-05-15T19:00:00Z', zone: 'America/New_York', group: 'tag', range: 'last-30-days',
    label: 'Recorded agent, synthetic customers, made-up times; “now” stands at 15 May 2024, 15:00 in New York.',
  },
};
