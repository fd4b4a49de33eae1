/** Durations in the largest unit that fits, or in its parts: 2.5 min, 2 min 30 sec. */
import { formatNumber } from './numbers.js';

const UNITS = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
  { unit: 'second', seconds: 1 },
] as const;

export function formatDuration(language: string, seconds: number, compact: boolean): string {
  return compact ? inOneUnit(language, seconds) : inParts(language, seconds);
}

function inOneUnit(language: string, seconds: number): string {
  const { unit, seconds: size } = UNITS.find((one) => Math.abs(seconds) >= one.seconds) ?? UNITS[3];
  const value = seconds / size;
  return format(language, unit, value, Math.abs(value) < 100 ? 1 : 0);
}

function inParts(language: string, seconds: number): string {
  let left = Math.round(Math.abs(seconds) * 10) / 10;
  if (left < 60) return format(language, 'second', Math.sign(seconds) * left, 1);
  left = Math.round(left);
  const parts: string[] = [];
  for (const { unit, seconds: size } of UNITS) {
    const whole = Math.floor(left / size);
    if (whole > 0) parts.push(format(language, unit, whole, 0));
    left -= whole * size;
  }
  return (seconds < 0 ? '−' : '') + parts.slice(0, 2).join(' ');
}

function format(language: string, unit: string, value: number, digits: number): string {
  return formatNumber(language, value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
}
