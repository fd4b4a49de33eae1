/** Once a source refuses a user, everything that came from it is forgotten: it may be another user, or one who may not see it any more. */
import type { MetricsSource } from '../sources/metrics-source.js';
import { sourcesAlike } from './askers.js';
import { dropDescription } from './description-cache.js';
import { forgetRequests } from './request-dedupe.js';

type OnRefused = (error: unknown) => void;

const listeners = new WeakMap<MetricsSource, Set<OnRefused>>();
const subjects = new WeakMap<MetricsSource, object>();

/** Whether an answer says that the user may not see this. No earlier answer stays then. */
export function isRefusal(error: unknown): boolean {
  const { status } = (error ?? {}) as { status?: unknown };
  return status === 401 || status === 403;
}

/** Returns what ends the listening. */
export function followRefusals(source: MetricsSource, onRefused: OnRefused): () => void {
  const heard = listeners.get(source) ?? new Set();
  listeners.set(source, heard.add(onRefused));
  return () => void heard.delete(onRefused);
}

/** `hadAnswer`: the same question was answered before. Returns whether all that was known is forgotten. */
export function noteFailure(source: MetricsSource, error: unknown, hadAnswer: boolean): boolean {
  if (!isAboutEverything(error, hadAnswer)) return false;
  for (const one of [source, ...sourcesAlike(source)]) forgetAll(one, error);
  return true;
}

function forgetAll(source: MetricsSource, error: unknown): void {
  dropDescription(source);
  forgetRequests(source);
  subjects.set(source, {});
  for (const onRefused of [...(listeners.get(source) ?? [])]) onRefused(error);
}

/** What the numbers of a source are about: something else after each refusal. */
export function subjectSince(source: MetricsSource | undefined, subject: unknown): unknown {
  return (source && subjects.get(source)) ?? subject;
}

/** A 403 of a parameter, or of what a role never had, says nothing about the rest. */
function isAboutEverything(error: unknown, hadAnswer: boolean): boolean {
  const { status, parameter } = (error ?? {}) as { status?: unknown; parameter?: unknown };
  return status === 401 || (status === 403 && parameter === undefined && hadAnswer);
}
