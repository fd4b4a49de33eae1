/** Lends each text the words of the texts most like it, so that two ways of asking the same thing meet. */
import { findNearest, type Neighbour } from './nearest-texts.js';
import { sumOf, toHeaviest, toUnit, type SparseVector } from './sparse-vector.js';
import { mapInSteps, type Steps } from './steps.js';

const LENDERS = 10;
/** Below this cosine two texts share little more than common words. */
const RELATED = 0.1;
const KEPT_WORDS = 60;
const TEXTS_PER_STEP = 32;

export function* blendVectors(vectors: readonly SparseVector[]): Steps<SparseVector[]> {
  const nearest = yield* findNearest(vectors, LENDERS);
  return yield* mapInSteps(vectors, TEXTS_PER_STEP, (vector, index) =>
    blend(
      vector,
      nearest[index]!.filter(({ similarity }) => similarity >= RELATED),
      vectors,
    ),
  );
}

/** Half its own words, half its neighbours', each by how alike they are. */
function blend(own: SparseVector, neighbours: readonly Neighbour[], vectors: readonly SparseVector[]): SparseVector {
  const total = neighbours.reduce((sum, { similarity }) => sum + similarity, 0);
  if (total === 0) return own;
  const sum = sumOf(
    [own, ...neighbours.map(({ index }) => vectors[index]!)],
    [1, ...neighbours.map(({ similarity }) => similarity / total)],
  );
  return toUnit(toHeaviest(sum, KEPT_WORDS));
}
