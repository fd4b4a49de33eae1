/** An open record in its dialog: a ticket with its thread, or a conversation. */
import type { TemplateResult } from 'lit';
import type { ScopeController } from '../../controllers/scope-controller.js';
import type { ScopeProperties } from '../../controllers/scope-properties.js';
import { fillText } from '../../core/format/formats.js';
import type { RecordRow } from '../../core/query.js';
import { type DialogView, conversationBody, dialogView } from '../shared/records-table/dialog.js';
import type { RecordWords } from './record-columns.js';
import { ticketView } from './ticket-view.js';

export interface OpenRecordView
  extends
    Omit<DialogView, 'title' | 'body' | 'words' | 'formats'>,
    Pick<ScopeProperties, 'timeZone' | 'now' | 'refresh'> {
  row: RecordRow;
  words: RecordWords;
  scope: ScopeController;
  /** Epoch milliseconds of the answer. */
  moment: number;
  /** Its time zone. */
  zone: string;
}

/** Whether such a record has more to it than its row says. */
export function canOpen(fact: string): boolean {
  return fact === 'tickets' || fact === 'conversations';
}

export function openRecordView({
  row,
  words,
  scope,
  moment,
  zone,
  timeZone,
  now,
  refresh,
  ...dialog
}: OpenRecordView): TemplateResult {
  const { messages, formats } = words;
  const { place } = messages.table;
  if (words.fact === 'conversations') {
    return dialogView({
      ...dialog,
      formats,
      title: messages.thread.heading,
      words: messages.table,
      body: conversationBody({ id: row.id, scope, timeZone, now, refresh }),
    });
  }
  const { previous, next, notLoaded, ticket } = messages.records;
  return dialogView({
    ...dialog,
    formats,
    title: fillText(ticket, { id: row.id }),
    words: { place, previous, next, notLoaded, close: messages.table.close },
    body: ticketView({ row, words, timeZone: zone, now: moment }),
  });
}
