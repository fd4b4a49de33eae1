/** How long ago, as people say it: 5 minutes ago, yesterday, 2 months ago. */
import { relativeFormat } from './intl-cache.js';

const STEPS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 60 },
  { unit: 'hour', seconds: 3600, below: 24 },
  { unit: 'day', seconds: 86_400, below: 30 },
  { unit: 'month', seconds: 2_629_746, below: 12 },
  { unit: 'year', seconds: 31_556_952, below: Infinity },
] as const;

/** Both in epoch milliseconds. What is under ten seconds away is now. */
export function formatRelative(language: string, at: number, now: number): string {
  const seconds = (at - now) / 1000;
  const words = relativeFormat(language, { numeric: 'auto' });
  if (Math.abs(seconds) < 10) return words.format(0, 'second');
  const { unit, seconds: length } = STEPS.find((step) => Math.abs(Math.trunc(seconds / step.seconds)) < step.below)!;
  return words.format(Math.trunc(seconds / length), unit);
}
