/** A source as a user may see it. Numbers are for everybody; texts and people are not. */
import type { ConversationRow, ConversationsQuery, RecordRow, SourceDescription } from '../../core/query.js';
import type { MetricsSource } from '../../sources/metrics-source.js';
import { ProblemError } from '../problem.js';
import type { Permissions } from './access.js';
import type { Conversation } from '../../core/facts/conversations.js';
import type { Fact } from '../../core/facts/fact.js';
import type { Fields, Shape } from '../../core/facts/field.js';
import { FACTS, isFactName } from '../../core/facts/registry.js';

export interface MaskOptions {
  /** The source itself searches only what the user may see. Default: it searches everything, so only users who may see everything may search. */
  restrictsSearch?: boolean;
}

export function maskedSource(source: MetricsSource, may: Permissions, options: MaskOptions = {}): MetricsSource {
  return {
    describe: async (ask) => maskDescription(await source.describe(ask), may),
    query: (query, ask) => source.query(query, ask),
    async conversations(query, ask) {
      checkQuery(query, may, options);
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
        requireTexts(may, 'a frequent question');
        return source.questions!(query, ask);
      },
    }),
    async knowledgeGaps(query, ask) {
      requireTexts(may, 'a knowledge gap');
      return source.knowledgeGaps(query, ask);
    },
    ...maskedWrites(source, may),
  };
}

function maskedWrites(source: MetricsSource, may: Permissions): Pick<MetricsSource, 'addKnowledge' | 'append'> {
  return {
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

/** Searching and sorting would tell what is hidden. */
function checkQuery(
  { search, sort = '' }: ConversationsQuery,
  may: Permissions,
  { restrictsSearch = false }: MaskOptions,
): void {
  const seesAll = may.texts && may.people;
  if (search !== undefined && search.trim() !== '' && !seesAll && !restrictsSearch)
    throw forbidden(
      'search',
      'Your role may not search this endpoint’s conversations: it would find what the role may not see.',
    );
  const key = sort.replace(/^-/, '');
  if (key === 'first-question' && !may.texts)
    throw forbidden('sort', 'Your role may not see first questions, so it may not sort by them.');
  if (key === 'profile' && !may.people)
    throw forbidden('sort', 'Your role may not see profiles, so it may not sort by them.');
}

function requireTexts({ texts }: Permissions, what: string): void {
  if (!texts) throw forbidden(undefined, `Your role may not see what visitors wrote, and ${what} is nothing else.`);
}

/** Throws a 403 for those who may only read. */
export function requireWrite({ write }: Permissions): void {
  if (!write) throw forbidden(undefined, 'Your role may read here, but not add anything.');
}

function forbidden(parameter: string | undefined, detail: string): ProblemError {
  return new ProblemError(403, 'forbidden', detail, parameter);
}

/** What a user may see. Hidden values are taken out, never sent for the page to hide; `masked` says that something is missing. */
type Sight = Pick<Permissions, 'texts' | 'people'>;

export function maskRow({ matches, ...row }: ConversationRow, { texts, people }: Sight): ConversationRow {
  if (texts && people) return { ...row, ...(matches && { matches }) };
  return {
    ...row,
    firstQuestion: texts ? row.firstQuestion : null,
    profile: people ? row.profile : null,
    ...(texts && matches && { matches }),
    masked: true,
  };
}

export function maskConversation(conversation: Conversation, sight: Sight): Conversation {
  const masked = maskFields(FACTS.conversations.fields, conversation, sight);
  return { ...masked, ...(!sight.people && { profile: null }) } as unknown as Conversation;
}

/** A fact of a custom engine is not described, so it is unknown which of its fields lead to a person. */
const UNKNOWN_FACT: Pick<Fact, 'fields' | 'isPersonById'> = { fields: {}, isPersonById: false };

/** A record behind a number. */
export function maskRecord(fact: string, row: RecordRow, sight: Sight): RecordRow {
  if (sight.texts && sight.people) return row;
  if (fact === 'conversations')
    return { ...row, record: { ...maskRow(row.record as unknown as ConversationRow, sight) }, masked: true };
  const { fields, isPersonById } = isFactName(fact) ? FACTS[fact] : UNKNOWN_FACT;
  const record = maskFields(fields, row.record, sight);
  const isAnonymous = !sight.people && isPersonById;
  return { ...row, ...(isAnonymous && { id: '' }), record: isAnonymous ? without(record, 'id') : record, masked: true };
}

/** Without what the user may not see, at any depth. A message keeps its place: its text is empty, and `masked` says why. */
function maskFields(fields: Fields, record: object, sight: Sight): Record<string, unknown> {
  const shown = Object.entries(record).flatMap(([name, value]): [string, unknown][] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field?.privacy || sight[field.privacy]) return [[name, field ? maskValue(field.shape, value, sight) : value]];
    return fields['masked'] && name === 'text'
      ? [
          ['text', ''],
          ['masked', true],
        ]
      : [];
  });
  return Object.fromEntries(shown);
}

function maskValue(shape: Shape, value: unknown, sight: Sight): unknown {
  if (shape.kind === 'object' && value !== null) return maskFields(shape.fields, value as object, sight);
  if (shape.kind === 'list' && shape.of.kind === 'object' && value !== null)
    return (value as unknown[]).map((entry) => maskValue(shape.of, entry, sight));
  return value;
}

/** Reasons of refusals quote the records. */
export function maskDescription(description: SourceDescription, { texts, people }: Sight): SourceDescription {
  if (texts && people) return description;
  const { count, first } = description.refused;
  return {
    ...description,
    refused: { count, first: first.map((refusal) => ({ ...refusal, reason: 'does not fit' })) },
  };
}

function without<R extends object>(record: R, field: keyof R): R {
  const rest = { ...record };
  delete rest[field];
  return rest;
}
