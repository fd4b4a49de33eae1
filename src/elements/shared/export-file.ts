/** Hands a file to the user, unless the host page takes that over. */
import { AgentExportEvent } from './user-events.js';
import { toLocalTime } from '../../core/time/zone.js';

interface ExportedFile {
  format: 'csv' | 'png';
  filename: string;
  /** Made only when the page leaves it to the widget. */
  content: Blob | (() => Promise<Blob>);
}

/** Long enough for a browser to begin the download. */
const KEEP_URL_MS = 60_000;

/** Resolves to whether a download began. Rejects with what `content` rejects with. */
export async function exportFile(host: HTMLElement, { format, filename, content }: ExportedFile): Promise<boolean> {
  if (!host.dispatchEvent(new AgentExportEvent(format, filename))) return false;
  const url = URL.createObjectURL(typeof content === 'function' ? await content() : content);
  Object.assign(document.createElement('a'), { href: url, download: filename }).click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_URL_MS);
  return true;
}

export function csvBlob(text: string): Blob {
  return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

/** A time as a file holds it: 2026-06-05 14:30, in the zone that the head names. */
export function localText(at: number, timeZone: string): string {
  const { date, hour, minute } = toLocalTime(at, timeZone);
  return `${date} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
