/** Dates with a name, such as launches and sales, that stand on the charts over time: `2026-05-01:Spring sale;2026-05-12:New bot`. */
import { isCalendarDate } from './time/calendar.js';

export interface Mark {
  /** `YYYY-MM-DD` in the zone of the charts. */
  date: string;
  label: string;
}

/** Reads text, or checks a list. A `;` or `%` inside a label is percent-encoded. Throws a `RangeError` that names what is no date. */
export function parseMarks(marks: string | readonly Mark[] | undefined): Mark[] {
  const list =
    typeof marks === 'string'
      ? marks
          .split(';')
          .filter((part) => part.trim() !== '')
          .map(toMark)
      : (marks ?? []);
  for (const { date } of list)
    if (!isCalendarDate(date))
      throw new RangeError(`The marked date ${JSON.stringify(date)} is no date. Write it as 2026-05-01:Spring sale.`);
  return [...list].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Text that `parseMarks` reads. */
export function formatMarks(marks: readonly Mark[]): string {
  return marks.map(({ date, label }) => `${date}:${label.replaceAll('%', '%25').replaceAll(';', '%3B')}`).join(';');
}

function toMark(text: string): Mark {
  const [date = '', ...label] = text.split(':');
  return { date: date.trim(), label: decode(label.join(':').trim()) };
}

/** An author's lone % is a %. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
