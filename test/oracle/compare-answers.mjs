/** Holds the kit's answer against the oracle's, number by number. */

/** Two numbers that are one but for rounding; `null` equals only `null`. */
function isSame(expected, actual) {
  if (expected === null || actual === null || actual === undefined) return expected === (actual ?? null);
  return Math.abs(expected - actual) <= 1e-12 * Math.max(1, Math.abs(expected));
}

const toLabelled = (labels, values) => new Map(labels.map((label, index) => [label, values?.[index]]));

/** Differences of two maps of numbers; a label the oracle lacks counts as empty. */
function compareMaps(place, expected, actual, empty) {
  const labels = new Set([...expected.keys(), ...actual.keys()]);
  return [...labels].flatMap((label) =>
    compareNumbers(`${place}[${label}]`, expected.has(label) ? expected.get(label) : empty, actual.get(label)),
  );
}

const compareNumbers = (place, expected, actual) =>
  isSame(expected, actual) ? [] : [`${place}: ${expected} expected, ${actual} answered`];

const compareTexts = (place, expected, actual) =>
  JSON.stringify(expected) === JSON.stringify(actual)
    ? []
    : [`${place}: ${JSON.stringify(expected)} expected, ${JSON.stringify(actual)} answered`];

function compareCells(place, { byGroupAndBucket, noRows, empty }, actual, answer) {
  return answer.groups.flatMap((group, index) => {
    const known = byGroupAndBucket.get(group) ?? noRows;
    return compareMaps(`${place}[${group}]`, known, toLabelled(answer.buckets, actual?.[index]), empty);
  });
}

/** What differs for one metric: total, reason, left out, buckets, groups and cells. */
function compareMetric(id, expected, actual, answer) {
  if (!actual) return [`${id}: not answered`];
  const found = [
    ...compareNumbers(`${id}.value`, expected.value, actual.value),
    ...compareTexts(`${id}.reason`, expected.reason, actual.reason),
  ];
  if (expected.leftOut) found.push(...compareNumbers(`${id}.leftOut`, expected.leftOut, actual.leftOut));
  if (expected.byBucket)
    found.push(
      ...compareMaps(`${id}.byBucket`, expected.byBucket, toLabelled(answer.buckets, actual.byBucket), expected.empty),
    );
  if (expected.byGroup === null) found.push(...compareTexts(`${id}.byGroup`, null, actual.byGroup));
  if (expected.byGroup)
    found.push(
      ...compareMaps(`${id}.byGroup`, expected.byGroup, toLabelled(answer.groups, actual.byGroup), expected.empty),
    );
  if (expected.byGroupAndBucket)
    found.push(...compareCells(`${id}.byGroupAndBucket`, expected, actual.byGroupAndBucket, answer));
  return found;
}

/** Every difference as a sentence; none is an empty list. `expected` is the oracle's answer. */
export function compareAnswers(expected, answer) {
  const labels = [
    ...(expected.buckets ? compareTexts('buckets', expected.buckets, answer.buckets) : []),
    ...(expected.groups?.length ? compareTexts('groups', expected.groups, answer.groups) : []),
  ];
  return [
    ...labels,
    ...Object.entries(expected.metrics).flatMap(([id, metric]) =>
      compareMetric(id, metric, answer.metrics[id], answer),
    ),
  ];
}
