/** How many conversations of a shard have each value of a dimension, as they were supplied. */
import type { TimedMessage } from '../records.js';
import type { LivingRows } from './living-rows.js';

export class ValueCounts {
  readonly #living: LivingRows;
  readonly #byCode = new Map<string, Int32Array>();
  #lists: Map<string, Map<string, number>> | undefined;

  constructor(living: LivingRows) {
    this.#living = living;
  }

  /** Of conversations that began up to `now`. */
  add(name: string, now: number, to: Map<string, number>): void {
    if (name === 'skill' || name === 'goal') return this.#addLists(name, now, to);
    const column = this.#living.batch.texts.get(name);
    if (!column) return;
    const counts = this.#isWhole(now) ? this.#keptCounts(name) : this.#count(name, now);
    for (let code = 0; code < counts.length; code++) {
      const value = column.dictionary.valueOf(code);
      if (counts[code] && typeof value === 'string' && value !== '') addTo(to, value, counts[code]!);
    }
  }

  forget(row: number): void {
    for (const [name, counts] of this.#byCode) counts[this.#living.batch.texts.get(name)!.codes[row]!]!--;
    if (this.#living.records?.recordAt(row)) this.#lists = undefined;
  }

  #isWhole(now: number): boolean {
    const { startedAt, length } = this.#living.batch;
    return startedAt[length - 1]! <= now;
  }

  #keptCounts(name: string): Int32Array {
    const kept = this.#byCode.get(name) ?? this.#count(name, Infinity);
    this.#byCode.set(name, kept);
    return kept;
  }

  #count(name: string, now: number): Int32Array {
    const { startedAt, length, texts } = this.#living.batch;
    const { codes, dictionary } = texts.get(name)!;
    const counts = new Int32Array(dictionary.size);
    for (let row = 0; row < length && startedAt[row]! <= now; row++) if (this.#living.has(row)) counts[codes[row]!]!++;
    return counts;
  }

  #addLists(name: 'skill' | 'goal', now: number, to: Map<string, number>): void {
    if (!this.#living.records) return;
    const lists = this.#isWhole(now) ? (this.#lists ??= this.#countLists(Infinity)) : this.#countLists(now);
    for (const [value, count] of lists.get(name)!) addTo(to, value, count);
  }

  #countLists(now: number): Map<string, Map<string, number>> {
    const lists = new Map([
      ['skill', new Map<string, number>()],
      ['goal', new Map<string, number>()],
    ]);
    const { rows, records } = this.#living.records!;
    records.forEach(({ raw, messages, startedAt }, place) => {
      if (startedAt > now || !this.#living.has(rows[place]!)) return;
      for (const skill of usedSkills(messages ?? [])) addTo(lists.get('skill')!, skill, 1);
      for (const goal of raw.goals ?? []) addTo(lists.get('goal')!, goal, 1);
    });
    return lists;
  }
}

function addTo(counts: Map<string, number>, value: string, count: number): void {
  counts.set(value, (counts.get(value) ?? 0) + count);
}

/** Each once. */
function usedSkills(messages: readonly TimedMessage[]): string[] {
  const used: string[] = [];
  for (const { from, skills } of messages) {
    if (from !== 'agent') continue;
    for (const skill of skills) if (!used.includes(skill)) used.push(skill);
  }
  return used;
}
