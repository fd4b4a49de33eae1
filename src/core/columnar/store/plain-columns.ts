/** The columns of conversations as far as a batch tells them; those of its records are patched in afterwards. */
import type { ResolvedSettings } from '../../settings.js';
import { toOutcome, type ConversationStatus } from '../../status/conversation-status.js';
import { SUPPLIED_TEXTS } from '../../tables/conversation-tables.js';
import type { ConversationBatch } from './batch.js';
import type { CodeColumn, Column, ConstantColumn, NumberColumn } from './columns.js';
import { NO_VALUE, type Dictionaries, type Dictionary } from './columns.js';

/** What all shards of an engine have in common. */
export interface ShardContext {
  settings: ResolvedSettings;
  dictionaries: Dictionaries;
  customColumns: readonly string[];
  /** Of people that conversations were with; no column, so that no custom column has its name. */
  names: Dictionary;
}

export function plainColumns(
  { length, id, texts, numbers }: ConversationBatch,
  { dictionaries, customColumns }: ShardContext,
): Map<string, Column> {
  const columns = new Map<string, Column>([['id', id]]);
  for (const name of [...SUPPLIED_TEXTS, ...customColumns]) {
    const column = texts.get(name) ?? numbers.get(name);
    if (column) columns.set(name, column);
  }
  const status = statusColumn(texts.get('status'), dictionaries.of('status'));
  columns.set('status', status);
  columns.set('outcome', outcomeColumn(status, dictionaries.of('outcome')));
  const user = userColumn(texts);
  if (user) columns.set('user', user);
  for (const name of ['takenOver', 'abandoned']) columns.set(name, constant(false, dictionaries.of(name)));
  columns.set('attributedItems', zeros(length));
  return columns;
}

let nothing = new Int32Array(65_536);

/** 0 in every row. */
export function zeros(length: number): NumberColumn {
  if (length > nothing.length) nothing = new Int32Array(length);
  return { kind: 'number', values: nothing.subarray(0, length) };
}

function constant(value: string | boolean, dictionary: Dictionary): ConstantColumn {
  return { kind: 'constant', code: dictionary.codeOf(value), dictionary };
}

/** Without messages, what has no status is open. */
function statusColumn(supplied: CodeColumn | undefined, dictionary: Dictionary): CodeColumn | ConstantColumn {
  const open = constant('open', dictionary);
  if (!supplied) return open;
  return supplied.codes.includes(NO_VALUE)
    ? { ...supplied, codes: supplied.codes.map((code) => code || open.code) }
    : supplied;
}

function outcomeColumn(status: CodeColumn | ConstantColumn, dictionary: Dictionary): CodeColumn | ConstantColumn {
  const outcomeOf = Uint8Array.from({ length: status.dictionary.size }, (_, code) =>
    code === NO_VALUE ? NO_VALUE : dictionary.codeOf(toOutcome(status.dictionary.valueOf(code) as ConversationStatus)),
  );
  if (status.kind === 'constant') return { kind: 'constant', code: outcomeOf[status.code]!, dictionary };
  const { codes: statuses } = status;
  const codes = new Uint8Array(statuses.length);
  for (let row = 0; row < codes.length; row++) codes[row] = outcomeOf[statuses[row]!]!;
  return { kind: 'code', codes, dictionary };
}

/** The profile, else the visitor: both have codes of one dictionary. */
function userColumn(texts: ConversationBatch['texts']): CodeColumn | undefined {
  const profile = texts.get('profile');
  const visitor = texts.get('visitorId');
  if (!profile || !visitor) return profile ?? visitor;
  const codes =
    profile.codes.BYTES_PER_ELEMENT > visitor.codes.BYTES_PER_ELEMENT ? profile.codes.slice() : visitor.codes.slice();
  for (let row = 0; row < codes.length; row++) codes[row] = profile.codes[row]! || visitor.codes[row]!;
  return { ...profile, codes };
}
