/**
 * How one field of a fact is described, once: what it may hold, whether it has to be there, and who may see it. Checks, schemas, the
 * outward form, masks, CSV columns and the documentation are made from these descriptions.
 */
import type { Instant } from '../time/instant.js';

/** What a value may be. */
export type Shape =
  | { kind: 'text'; minLength: 0 | 1 }
  | { kind: 'number'; isWhole: boolean; minimum: number }
  | { kind: 'flag' }
  | { kind: 'instant'; firstYear: FirstYear }
  | { kind: 'one-of'; values: readonly (string | number | boolean)[] }
  | { kind: 'list'; of: Shape }
  | { kind: 'map'; of: Shape }
  | { kind: 'object'; fields: Fields }
  | { kind: 'either'; options: readonly Shape[] };

/** Years before it do not fit: a date that was never set, or another unit. */
export type FirstYear = 1900 | 1990;

/** Whose right a field needs: it names or leads to a person, or holds what somebody wrote. */
export type Privacy = 'people' | 'texts';

export interface FieldDescription {
  readonly shape: Shape;
  /** A missing key and `null` are the same; a required field may be neither. */
  readonly isRequired: boolean;
  /** An instant at which something happens: a later one does not exist yet. Targets and `updatedAt` are no events. */
  readonly isEvent: boolean;
  readonly privacy?: Privacy;
  /** The field is known only from the event in that other field on. */
  readonly knownFrom?: string;
}

/** By name, in the order in which records are written. */
export type Fields = Readonly<Record<string, FieldDescription>>;

/** A description that remembers the type of its values, so that a fact's fields can be held against its interface. */
export interface Field<V> extends FieldDescription {
  readonly isRequired: false;
  readonly _value?: (value: V) => V;
}

export interface RequiredField<V> extends FieldDescription {
  readonly isRequired: true;
  readonly _value?: (value: V) => V;
}

/** The fields of an interface: a missing one, one too many, another type or another `?` is a compile error. */
export type FieldsOf<R> = {
  readonly [K in keyof R]-?: object extends Pick<R, K> ? Field<Exclude<R[K], null | undefined>> : RequiredField<R[K]>;
};

function field<V>(shape: Shape, isEvent = false): Field<V> {
  return { shape, isRequired: false, isEvent };
}

export const text = (): Field<string> => field({ kind: 'text', minLength: 0 });
/** A text with content. */
export const id = (): Field<string> => field({ kind: 'text', minLength: 1 });
export const texts = (): Field<string[]> => listOf(text());
export const flag = (): Field<boolean> => field({ kind: 'flag' });
/** Any finite number. */
export const number = (): Field<number> => field({ kind: 'number', isWhole: false, minimum: -Infinity });
export const numberFromZero = (): Field<number> => field({ kind: 'number', isWhole: false, minimum: 0 });
export const wholeFromZero = (): Field<number> => field({ kind: 'number', isWhole: true, minimum: 0 });
/** Whole minor units of the currency; negative ones are refunds. */
export const money = (): Field<number> => field({ kind: 'number', isWhole: true, minimum: -Infinity });
/** An instant at which nothing happens by itself: a target, or when a record was written. */
export const instant = (): Field<Instant> => field({ kind: 'instant', firstYear: 1990 });
/** The instant of an event. */
export const event = (firstYear: FirstYear = 1990): Field<Instant> => field({ kind: 'instant', firstYear }, true);
/** Instants of events, in any order. */
export const events = (): Field<Instant[]> => field({ kind: 'list', of: { kind: 'instant', firstYear: 1990 } }, true);

export function oneOf<const V extends string | number | boolean>(values: readonly V[]): Field<V> {
  return field({ kind: 'one-of', values });
}

export function listOf<V>({ shape }: Field<V>): Field<V[]> {
  return field({ kind: 'list', of: shape });
}

export function mapOf<V>({ shape }: Field<V>): Field<Record<string, V>> {
  return field({ kind: 'map', of: shape });
}

export function objectOf<R extends object>(fields: FieldsOf<R>): Field<R> {
  return field({ kind: 'object', fields: fields as unknown as Fields });
}

export function either<A, B>(first: Field<A>, second: Field<B>): Field<A | B> {
  return field({ kind: 'either', options: [first.shape, second.shape] });
}

export function required<V>(one: Field<V>): RequiredField<V> {
  return { ...one, isRequired: true } as unknown as RequiredField<V>;
}

/** Taken out for those who may not see people, or texts. */
export function hidden<F extends FieldDescription>(privacy: Privacy, one: F): F {
  return { ...one, privacy };
}

/** Left out before the event in the other field has happened. */
export function knownFrom<F extends FieldDescription>(other: string, one: F): F {
  return { ...one, knownFrom: other };
}

/** The fields of the object, or of the objects in the list, that a field holds; none of anything else. */
export function innerFields({ shape }: Pick<FieldDescription, 'shape'>): Fields {
  switch (shape.kind) {
    case 'object':
      return shape.fields;
    case 'list':
      return innerFields({ shape: shape.of });
    case 'either':
      return innerFields({ shape: shape.options.find(({ kind }) => kind === 'object') ?? shape.options[0]! });
    default:
      return {};
  }
}
