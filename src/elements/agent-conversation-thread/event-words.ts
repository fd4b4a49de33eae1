/** What happened between the messages, in words. Addresses stay apart, so that they can become links. */
import { fillText, type Formats } from '../../core/format/formats.js';
import type { Messages } from '../../locales/messages.js';
import type { IconName } from '../shared/icons.js';
import type { TimelineEvent } from './timeline.js';

export interface EventWords {
  icon: IconName;
  text: string;
  /** What a person said about it. */
  note: string | undefined;
}

export interface Wording {
  messages: Messages;
  formats: Formats;
  inactivityHours: number;
}

export function toEventWords(event: TimelineEvent, { messages, formats, inactivityHours }: Wording): EventWords {
  const words = messages.thread.events;
  switch (event.kind) {
    case 'click': {
      const text =
        event.productId === undefined
          ? fillText(words.linkClick, { link: event.url ?? '–' })
          : fillText(words.productClick, { product: event.productId });
      return { icon: 'pointer', text, note: event.productId === undefined ? undefined : event.url };
    }
    case 'cart-add':
      return {
        icon: 'cart',
        text: fillText(words.cartAdd, { quantity: formats.number(event.quantity), product: event.productId }),
        note: undefined,
      };
    case 'handoff': {
      const name = `${event.by}${event.isDeclined ? 'Declined' : ''}` as const;
      return { icon: 'handoff', text: words[name], note: event.reason };
    }
    case 'closing': {
      const text =
        event.by === 'visitor'
          ? words.closedByVisitor
          : event.by === 'inactivity'
            ? fillText(words.closedByInactivity, { hours: formats.number(inactivityHours) })
            : words.closed;
      return { icon: 'closed', text, note: undefined };
    }
    case 'rating':
      return { icon: 'star', text: fillText(words.rated, { value: formats.number(event.value) }), note: event.comment };
  }
}
