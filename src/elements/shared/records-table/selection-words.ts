/** A selection in words: “Resolved by AI · 3 June · SMS: 40 conversations”. */
import { fillText } from '../../../core/format/formats.js';
import type { Selection } from '../../../core/selection.js';
import { findDefinition } from '../../../core/metrics/find-definition.js';
import { metricWords, valueWord, type Words } from '../words.js';

export interface SelectedNumbers {
  /** The number that was selected. */
  value: number | null;
  /** Conversations behind it. */
  total: number;
}

/** Facts whose rows are conversations: their count is the list's total. */
const WHOLE: readonly string[] = ['conversations', 'openedConversations'];

/** Without numbers, the selection alone. */
export function toSelectionWords(selection: Selection, numbers: SelectedNumbers | undefined, words: Words): string {
  const { messages, formats } = words;
  const what = nameSelection(selection, words);
  if (!numbers) return what;
  const { value, total } = numbers;
  const conversations = formats.counted(messages.table.conversations, total);
  const definition = findDefinition(selection.metric ?? 'total-volume', words.description);
  if (selection.only || value === null || (definition?.formula.op === 'count' && WHOLE.includes(definition.fact)))
    return `${what}: ${conversations}`;
  return fillText(messages.table.contributed, {
    what,
    value: formats.exact(value, definition?.unit ?? 'count'),
    conversations,
  });
}

/** The metric, the bar and the group, as far as the selection names them. */
export function nameSelection({ metric, bucket, group, only }: Selection, words: Words): string {
  const { messages, formats, description } = words;
  const isNamed = metric !== undefined && metric !== 'total-volume';
  const parts = [
    ...(only ? [only.topic] : []),
    ...(isNamed || !(bucket || group || only)
      ? [metricWords(metric ?? 'total-volume', messages, description).label]
      : []),
    ...(bucket ? [formats.bucket(bucket.label, bucket.grain).long] : []),
    ...(group ? [groupWord(group, words)] : []),
  ];
  return parts.join(' · ');
}

function groupWord(
  { dimension, values, isRest }: NonNullable<Selection['group']>,
  { messages, formats, description }: Words,
): string {
  return isRest
    ? messages.chart.other
    : values.map((value) => valueWord(dimension, value, messages, formats, description)).join(', ');
}
