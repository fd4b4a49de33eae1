/** What the words of a chart are made with. */
import type { Formats } from '../../../core/format/formats.js';
import type { SourceDescription } from '../../../core/query.js';
import type { Messages } from '../../../locales/messages.js';

export interface ChartWords {
  messages: Messages;
  formats: Formats;
  description: SourceDescription | undefined;
}
