/** Instants, calendar dates, zones, ranges and buckets. */
export {
  addDays,
  addMonths,
  addYears,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfWeek,
  endOfYear,
  isCalendarDate,
  isoWeekday,
  parseCalendarDate,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from './calendar.js';
export { formatInstant, isInstant, parseInstant } from './instant.js';
export { endOfDay, offsetMs, parseTimeZone, startOfDay, toCalendarDate, toLocalTime, type LocalTime } from './zone.js';
export {
  RANGE_PRESETS,
  checkRange,
  daysIn,
  isRangePreset,
  resolveRange,
  toInstants,
  type RangeContext,
  type RangePreset,
} from './range.js';
export { COMPARISONS, isComparison, resolveCompare, type Comparison } from './compare.js';
export { CALENDAR_GRAINS, FOLDED_GRAINS, isFoldedGrain, isGrain, parseGrain, resolveGrain } from './grain.js';
export { countBuckets, countSegments, toBuckets, type BucketOptions, type Buckets } from './buckets.js';
