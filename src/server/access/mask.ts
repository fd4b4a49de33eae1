/** Takes out what somebody may not see. Whoever draws it is told by `masked`, never trusted to hide it. */
import type { Conversation } from '../../core/facts/conversations.js';
import type { Fact } from '../../core/facts/fact.js';
import type { Fields, Shape } from '../../core/facts/field.js';
import { FACTS, isFactName } from '../../core/facts/registry.js';
import type { ConversationRow, RecordRow, SourceDescription } from '../../core/query.js';
import type { Permissions } from './access.js';

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

/** Of a fact that is not known, as of a custom engine, nothing tells what leads to a person. */
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

/** Without what somebody may not see, at any depth. A message keeps its place: its text is empty, and `masked` says why. */
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
