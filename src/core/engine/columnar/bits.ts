/** A set of rows: one bit a row, 32 to a word. Bits past the last row are 0. */
export type Bits = Uint32Array;

export function emptyBits(length: number): Bits {
  return new Uint32Array((length + 31) >>> 5);
}

export function allBits(length: number): Bits {
  const bits = emptyBits(length).fill(0xffffffff);
  if (length & 31) bits[bits.length - 1] = 2 ** (length & 31) - 1;
  return bits;
}

export function hasBit(bits: Bits, row: number): boolean {
  return ((bits[row >>> 5]! >>> (row & 31)) & 1) === 1;
}

export function setBit(bits: Bits, row: number): void {
  bits[row >>> 5]! |= 1 << (row & 31);
}

export function clearBit(bits: Bits, row: number): void {
  bits[row >>> 5]! &= ~(1 << (row & 31));
}
