/** Walking through the cells by keyboard. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads; `undefined` is no key of ours. */
export function movePlace(
  { row, column }: Place,
  { key, ctrlKey, altKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>,
  rows: number,
  columns: number,
  direction: 'ltr' | 'rtl',
): Place | undefined {
  // Those are the browser's.
  if (altKey || metaKey) return undefined;
  const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const within = (next: Place): Place => ({
    row: Math.min(Math.max(next.row, 0), rows - 1),
    column: Math.min(Math.max(next.column, 0), columns - 1),
  });
  switch (key) {
    case forward:
      return within({ row, column: column + 1 });
    case back:
      return within({ row, column: column - 1 });
    case 'ArrowDown':
      return within({ row: row + 1, column });
    case 'ArrowUp':
      return within({ row: row - 1, column });
    case 'Home':
      return within({ row: ctrlKey ? 0 : row, column: 0 });
    case 'End':
      return within({ row: ctrlKey ? rows : row, column: columns });
    default:
      return undefined;
  }
}
