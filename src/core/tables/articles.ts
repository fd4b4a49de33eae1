/** The tables of article visits: each visit, and each session's visits of one article. */
import { parseInstant } from '../time/instant.js';
import { ALWAYS, cutSeen, type DeriveContext, type DeriveInput, type Emit } from './derived-rows.js';
import { groupBy } from './derived-rows.js';

export function deriveVisits({ articleVisits = [] }: DeriveInput, _: DeriveContext, emit: Emit): void {
  for (const {
    key,
    raw: { at, articleId, session, seconds },
  } of articleVisits) {
    emit({
      table: 'articleVisits',
      record: key,
      cells: {
        at: parseInstant(at),
        article: articleId,
        session,
        duration: seconds == null ? null : Math.round(seconds * 1000),
      },
      seen: ALWAYS,
    });
  }
}

/** Visits of one of these are one session. */
export function sessionKey({ session, articleId }: { session: string; articleId: string }): string {
  return JSON.stringify([session, articleId]);
}

/** A session bounced until one of its visits interacted. */
export function deriveSessions({ articleVisits = [] }: DeriveInput, _: DeriveContext, emit: Emit): void {
  for (const visits of groupBy(articleVisits, ({ raw }) => sessionKey(raw)).values()) {
    const timed = visits
      .map(({ key, raw }) => ({ key, at: parseInstant(raw.at), raw }))
      .sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
    const first = timed[0]!;
    const interactedAt = timed.find(({ raw }) => raw.interacted)?.at ?? Infinity;
    for (const bounced of [true, false]) {
      const seen = bounced
        ? cutSeen(ALWAYS, -Infinity, interactedAt === first.at ? -Infinity : interactedAt)
        : cutSeen(ALWAYS, interactedAt, Infinity);
      if (seen)
        emit({
          table: 'articleSessions',
          record: first.key,
          cells: { at: first.at, article: first.raw.articleId, bounced },
          seen,
        });
    }
  }
}
