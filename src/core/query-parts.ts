/** What questions are made of: dates, grains, filters. */

/** Values per dimension. `''` is "without a value"; a name with a leading `!` means all but these. */
export type Filters = Record<string, string[]>;

/** ISO weekday a week starts on. */
export type WeekStart = 1 | 6 | 7;

/** Grains that follow the calendar. */
export type CalendarGrain = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

/** Grains that fold the calendar, to see when people write. */
export type FoldedGrain = 'hour-of-day' | 'day-of-week' | 'day-of-month' | 'month-of-year' | 'hour-of-week';

export type Grain = CalendarGrain | FoldedGrain;

/** Two calendar dates `YYYY-MM-DD`, both included. */
export interface DateRange {
  from: string;
  to: string;
}
