/** A source as somebody may see it. Numbers are for everybody; texts and people are not. */
import type { ConversationsQuery } from '../../core/query.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import { ProblemError } from '../http/problem.js';
import type { Permissions } from './access.js';
import { maskConversation, maskDescription, maskRecord, maskRow } from './mask.js';

export interface MaskOptions {
  /** The source itself looks only at what its asker may see. Default: it looks at everything, so that only those may search who see everything. */
  restrictsSearch?: boolean;
}

export function maskedSource(
  source: MetricsSource,
  may: Permissions,
  { restrictsSearch = false }: MaskOptions = {},
): MetricsSource {
  const seesAll = may.texts && may.people;

  function check({ search, sort = '' }: ConversationsQuery): void {
    if (search !== undefined && search.trim() !== '' && !seesAll && !restrictsSearch)
      throw forbidden(
        'search',
        'Your role may not search this endpoint’s conversations: it would find what the role may not see.',
      );
    const key = sort.replace(/^-/, '');
    // An order tells what is hidden.
    if (key === 'first-question' && !may.texts)
      throw forbidden('sort', 'Your role may not see first questions, so it may not sort by them.');
    if (key === 'profile' && !may.people)
      throw forbidden('sort', 'Your role may not see profiles, so it may not sort by them.');
  }

  return {
    describe: async (ask) => maskDescription(await source.describe(ask), may),
    query: (query, ask) => source.query(query, ask),
    async conversations(query, ask) {
      check(query);
      const page = await source.conversations(query, ask);
      return { ...page, rows: page.rows.map((row) => maskRow(row, may)) };
    },
    conversation: async (id, ask) => maskConversation(await source.conversation(id, ask), may),
    ...(source.records && {
      async records(query, ask) {
        const page = await source.records!(query, ask);
        return { ...page, rows: page.rows.map((row) => maskRecord(page.fact, row, may)) };
      },
    }),
    ...(source.questions && {
      async questions(query, ask) {
        if (!may.texts)
          throw forbidden(
            undefined,
            'Your role may not see what visitors wrote, and a frequent question is nothing else.',
          );
        return source.questions!(query, ask);
      },
    }),
    async knowledgeGaps(query, ask) {
      if (!may.texts)
        throw forbidden(undefined, 'Your role may not see what visitors wrote, and a knowledge gap is nothing else.');
      return source.knowledgeGaps(query, ask);
    },
    ...(source.addKnowledge && {
      async addKnowledge(article, ask) {
        requireWrite(may);
        return source.addKnowledge!(article, ask);
      },
    }),
    ...(source.append && {
      async append(facts) {
        requireWrite(may);
        return source.append!(facts);
      },
    }),
  };
}

/** Throws a 403 for those who may only read. */
export function requireWrite({ write }: Permissions): void {
  if (!write) throw forbidden(undefined, 'Your role may read here, but not add anything.');
}

function forbidden(parameter: string | undefined, detail: string): ProblemError {
  return new ProblemError(403, 'forbidden', detail, parameter);
}
