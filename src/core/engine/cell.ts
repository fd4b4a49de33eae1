/** What a row holds in a column. */
export type Cell = string | number | boolean | null | readonly string[];
