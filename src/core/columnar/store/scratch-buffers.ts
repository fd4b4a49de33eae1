/** Buffers that every question fills anew. Each is valid until the next call of the same function. */
type List = Int32Array | Float64Array;

/** Longer buffers are not reused, so that one long question does not hold its memory for good. */
const MAX_REUSED = 2 ** 18;

function scratchBuffer<A extends List>(make: (length: number) => A): (length: number) => A {
  let reused = make(0);
  return (length) => {
    if (length > MAX_REUSED) return make(length);
    if (reused.length < length) reused = make(Math.min(MAX_REUSED, 2 * length));
    return reused;
  };
}

export const scratchRows = scratchBuffer((length) => new Int32Array(length));
export const scratchCells = scratchBuffer((length) => new Int32Array(length));
export const scratchNumbers = scratchBuffer((length) => new Float64Array(length));
