/** What an endpoint may say instead of an answer, by status. */
const RETRY = { 'Retry-After': { description: 'Seconds until it is worth asking again', schema: { type: 'integer' } } };

export const PROBLEMS = {
  400: { description: 'The question does not fit; `parameter` says where' },
  401: { description: 'There is no valid token', headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } },
  403: { description: 'The token is valid, but its role may not have this' },
  404: { description: 'There is none, or none of this tenant' },
  413: { description: 'The body is too large' },
  414: { description: 'The address is too long; ask by body' },
  415: { description: 'The body is of another kind than it has to be' },
  429: { description: 'There were too many requests with this token or from this address', headers: RETRY },
  501: { description: 'This endpoint takes none' },
  503: { description: 'The numbers cannot be had now', headers: RETRY },
  504: { description: 'The question took too long' },
  507: { description: 'There is no room left; nothing was kept' },
} as const;

export type ProblemStatus = keyof typeof PROBLEMS;
