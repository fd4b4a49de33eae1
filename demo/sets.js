/** The demo's two data sets: where they are, what stands for "now", and what to say about them. */
export const SETS = {
  star: {
    endpoint: '/api', file: '/data/star.ndjson', now: '2020-05-27T12:00:00Z', zone: 'Etc/UTC', group: 'tag', range: 'last-7-days',
    label: 'Real conversations from May 2020; “now” stands at 27 May 2020, 12:00 UTC.',
  },
  'made-up': {
    endpoint: '/made-up/api', file: '/data/made-up.json', now: '2026-06-07T12:00:00Z', zone: 'Europe/Berlin', group: 'channel', range: 'last-30-days',
    label: 'Made-up conversations of an invented shop; “now” stands at 7 June 2026, 14:00 in Berlin.',
  },
};
