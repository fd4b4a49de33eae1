/** What columns that are still being filled have in common. */

export const FIRST_ROOM = 1024;

/** Rows must be set in ascending order; those passed over have no value. */
export abstract class GrowingRows {
  /** Rows set or passed over. */
  protected filled = 0;

  has(row: number): boolean {
    return this.filled > row;
  }

  /** Takes back what was set from the row on. */
  dropFrom(row: number): void {
    if (this.filled > row) this.filled = row;
  }
}

/** With room for the index, doubled until there is. */
export function grown<A extends Uint8Array | Uint32Array | Float64Array>(values: A, index: number): A {
  let room = values.length;
  while (room <= index) room *= 2;
  const larger = new (values.constructor as new (length: number) => A)(room);
  larger.set(values);
  return larger;
}
