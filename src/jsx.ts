/**
 * Types of the tags for React 18 and 19: `import 'agent-metrics-kit/jsx'` once in a program. There is nothing in it at run time.
 *
 * React 19 sets properties, React 18 attributes alone: there a list or an object may be written as text, and what has no attribute is a
 * type error, to be set through a `ref`.
 */
import type { ReactiveElement } from 'lit';
import type * as React from 'react';

export type * from './index.js';

/** React 19 brings `use`. */
type SetsProperties = typeof React extends { use: unknown } ? true : false;
type Method = (...input: never[]) => unknown;
type PropertiesAlone = 'data' | 'source' | 'identity' | 'hasPageNotices' | 'product' | 'subject';
/** What no attribute has. */
type IsPropertyOnly<K, T> = K extends PropertiesAlone ? true : NonNullable<T> extends Method ? true : false;
type OrText<K, T> = true extends SetsProperties
  ? T
  : true extends IsPropertyOnly<K, T>
    ? undefined
    : T extends string | number | boolean | undefined
      ? T
      : T | string;
/** What a page sets: neither methods nor what Lit and the browser bring along. */
type Settable<E> = {
  [K in Exclude<keyof E, keyof ReactiveElement> & string as E[K] extends Method ? never : K]?:
    OrText<K, E[K]> | undefined;
};

type Kebab<S extends string> = S extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Kebab<Rest>}`
    : `-${Lowercase<First>}${Kebab<Rest>}`
  : S;
type AttributeValue<T> = T extends string | number ? T | `${T}` : T extends boolean ? boolean | '' : string;
/** Names of two words and more as HTML writes them; a name of one word is the same for both. */
type Attributes<E> = {
  [
    K in keyof Settable<E> & keyof E & string as true extends IsPropertyOnly<K, E[K]>
      ? never
      : Kebab<K> extends K
        ? never
        : Kebab<K>
  ]?: AttributeValue<NonNullable<E[K]>> | undefined;
};

type KitEvents = {
  [N in keyof HTMLElementEventMap as N extends `agent-${string}` ? `on${N}` : never]?: (
    event: HTMLElementEventMap[N],
  ) => void;
};
type OwnProps<E> = Settable<E> & Attributes<E> & KitEvents & { class?: string | undefined };
type TagProps<E> = OwnProps<E> & Omit<React.DetailedHTMLProps<React.HTMLAttributes<E>, E>, keyof OwnProps<E>>;

type Tags = HTMLElementTagNameMap;
/** Props by tag, for every tag of the kit. */
export type KitElements = {
  [
    T in keyof Tags as T extends `${string}-${string}` ? ('dataSrc' extends keyof Tags[T] ? T : never) : never
  ]: TagProps<Tags[T]>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends KitElements {}
  }
}
