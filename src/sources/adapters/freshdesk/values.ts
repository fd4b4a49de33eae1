/** The numbers of Freshdesk's fields, and what each is for us. */

/** Ours by `source`; the report names any other, which stays as it is. */
export const CHANNELS = {
  1: 'email',
  2: 'portal',
  3: 'phone',
  4: 'forum',
  5: 'x',
  6: 'facebook',
  7: 'web-chat',
  8: 'mobile',
  9: 'feedback-widget',
  10: 'email',
  11: 'e-commerce',
  15: 'web-chat',
} as const;

/** The team wrote first. */
export const OUTBOUND = '10';
/** The description repeats what the messages say. */
export const CHATS: ReadonlySet<string> = new Set(['7', '15']);

export const PRIORITIES = { 1: 'low', 2: 'medium', 3: 'high', 4: 'urgent' } as const;

/** By number and by the name that activities give. */
export const STATUSES: ReadonlyMap<string, 'open' | 'done'> = new Map([
  ['2', 'open'],
  ['3', 'open'],
  ['4', 'done'],
  ['5', 'done'],
  ['6', 'open'],
  ['7', 'open'],
  ['open', 'open'],
  ['pending', 'open'],
  ['resolved', 'done'],
  ['closed', 'done'],
  ['waiting on customer', 'open'],
  ['waiting on third party', 'open'],
] as const);

/** Answers on the scale of seven, and whether they are positive. */
export const RATINGS: ReadonlyMap<number, readonly [value: number, isPositive: boolean]> = new Map([
  [-103, [1, false]],
  [-102, [2, false]],
  [-101, [3, false]],
  [100, [4, false]],
  [101, [5, true]],
  [102, [6, true]],
  [103, [7, true]],
] as const);
