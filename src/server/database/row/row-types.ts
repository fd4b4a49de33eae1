/** What a column of a database holds. `int` and `flag` are never missing, `int?` and `number?` may be; a list that is missing is empty. */
export type RowType =
  | 'text'
  | 'int'
  | 'int?'
  | 'number?'
  | 'text?'
  | 'flag'
  | 'texts'
  | 'ints'
  | 'ints?'
  | 'numbers?'
  | 'flags'
  | 'text-lists';
