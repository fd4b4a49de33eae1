/**
 * Puts alike texts into groups by average link: the two groups whose texts are most alike on average become one, until no two are alike
 * enough. Only neighbours are ever compared. Ties go to the texts that come first.
 */
import { findNearest } from './neighbours.js';
import { type SparseVector, add, dot, scale } from './vectors.js';
import { type Steps, mapInSteps } from '../steps.js';

/** Mean cosine between the texts of two groups. */
const ALIKE = 0.25;
const NEIGHBOURS = 10;
const TEXTS_PER_STEP = 256;
const MERGES_PER_STEP = 4;

interface Group {
  members: number[];
  /** How many questions its texts stand for. */
  size: number;
  sum: SparseVector;
  /** Summed cosines to the groups nearby. */
  links: Map<number, number>;
}

/** Indices of the texts of each group, ascending; `counts` says how many questions each text stands for. */
export function* groupTexts(vectors: readonly SparseVector[], counts: readonly number[]): Steps<number[][]> {
  const groups = new Map(
    yield* mapInSteps(vectors, TEXTS_PER_STEP, (vector, index): [number, Group] => [
      index,
      newGroup(vector, counts[index]!, index),
    ]),
  );
  const queue = new PairQueue();
  const offer = (a: number, b: number) => {
    const left = groups.get(a)!;
    const similarity = left.links.get(b)! / (left.size * groups.get(b)!.size);
    if (similarity >= ALIKE) queue.push({ a: Math.min(a, b), b: Math.max(a, b), similarity });
  };
  const nearest = yield* findNearest(vectors, NEIGHBOURS);
  for (const [index, neighbours] of nearest.entries()) {
    for (const { index: other, similarity } of neighbours) {
      if (groups.get(index)!.links.has(other)) continue;
      link(groups, index, other, similarity * counts[index]! * counts[other]!);
      offer(index, other);
    }
    if (index % TEXTS_PER_STEP === 0) yield;
  }
  let next = vectors.length;
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const { a, b } = pair;
    if (!groups.has(a) || !groups.has(b)) continue;
    merge(groups, a, b, next);
    for (const other of groups.get(next)!.links.keys()) offer(next, other);
    next++;
    if (next % MERGES_PER_STEP === 0) yield;
  }
  return [...groups.values()].map(({ members }) => members.sort((a, b) => a - b));
}

function newGroup(vector: SparseVector, size: number, index: number): Group {
  return { members: [index], size, sum: scale(vector, size), links: new Map() };
}

function link(groups: ReadonlyMap<number, Group>, a: number, b: number, cosines: number): void {
  groups.get(a)!.links.set(b, cosines);
  groups.get(b)!.links.set(a, cosines);
}

/** Every merge makes a group of a new number, so that older pairs in the queue fall away. */
function merge(groups: Map<number, Group>, a: number, b: number, merged: number): void {
  const [large, small] = inSize(groups.get(a)!, groups.get(b)!);
  const nearby = [...new Set([...large.links.keys(), ...small.links.keys()])].filter(
    (other) => other !== a && other !== b,
  );
  const cosines = nearby.map(
    (other) => cosinesTo(groups.get(other)!, large, other) + cosinesTo(groups.get(other)!, small, other),
  );
  groups.delete(a);
  groups.delete(b);
  for (const member of small.members) large.members.push(member);
  groups.set(merged, {
    members: large.members,
    size: large.size + small.size,
    sum: add(large.sum, small.sum),
    links: new Map(),
  });
  nearby.forEach((other, index) => {
    const { links } = groups.get(other)!;
    links.delete(a);
    links.delete(b);
    link(groups, merged, other, cosines[index]!);
  });
}

function cosinesTo(other: Group, group: Group, otherIndex: number): number {
  return group.links.get(otherIndex) ?? dot(other.sum, group.sum);
}

function inSize(left: Group, right: Group): [Group, Group] {
  return left.members.length >= right.members.length ? [left, right] : [right, left];
}

/** Pairs of groups, the most alike first; a binary heap. */
export interface Pair {
  a: number;
  b: number;
  similarity: number;
}

export class PairQueue {
  readonly #heap: Pair[] = [];

  push(pair: Pair): void {
    const heap = this.#heap;
    let at = heap.push(pair) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(pair, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = pair;
  }

  pop(): Pair | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++;
      if (child >= heap.length || !isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(left: Pair, right: Pair): boolean {
  return (right.similarity - left.similarity || left.a - right.a || left.b - right.b) < 0;
}
