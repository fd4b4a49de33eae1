/** Memory for lists that are made and dropped by every question. Each holds until the next one is asked for. */
type List = Int32Array | Float64Array;

/** Longer ones are made anew, so that one long question does not keep its memory for good. */
const MOST_KEPT = 2 ** 18;

function keepRoom<A extends List>(make: (length: number) => A): (length: number) => A {
  let kept = make(0);
  return (length) => {
    if (length > MOST_KEPT) return make(length);
    if (kept.length < length) kept = make(Math.min(MOST_KEPT, 2 * length));
    return kept;
  };
}

export const roomForRows = keepRoom((length) => new Int32Array(length));
export const roomForCells = keepRoom((length) => new Int32Array(length));
export const roomForNumbers = keepRoom((length) => new Float64Array(length));
