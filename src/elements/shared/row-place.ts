/** Where the open conversation stands among all that match, across pages. */
export interface Listed {
  ids: readonly string[];
  total: number;
  /** From 1. */
  page: number;
  pageSize: number;
}

/** A neighbour: on this page by its id, or the first or last of another page. */
export type Step = { id: string } | { page: number; at: 'first' | 'last' };

/** From 1; `undefined`: it is on another page, or gone. */
export function placeOf(id: string, { ids, page, pageSize }: Listed): number | undefined {
  const index = ids.indexOf(id);
  return index < 0 ? undefined : (page - 1) * pageSize + index + 1;
}

/** `lastIndex` is where the conversation stood when it was last listed: once it is gone, its neighbours are those of that place. */
export function stepFrom(id: string, lastIndex: number, by: 1 | -1, listed: Listed): Step | undefined {
  const { ids, total, page, pageSize } = listed;
  const known = ids.indexOf(id);
  const next = known >= 0 ? known + by : by === 1 ? lastIndex : lastIndex - 1;
  const found = ids[next];
  if (found !== undefined) return { id: found };
  if (next < 0) return page > 1 ? { page: page - 1, at: 'last' } : undefined;
  return page * pageSize < total ? { page: page + 1, at: 'first' } : undefined;
}
