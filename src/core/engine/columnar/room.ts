let rows = new Int32Array(0);

/** Room for a list of rows, shared: it holds until it is next asked for. */
export function roomFor(length: number): Int32Array {
  if (rows.length < length) rows = new Int32Array(length);
  return rows;
}
