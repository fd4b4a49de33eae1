import type { NamedQuery } from './compare-source.js';

export const starCases: NamedQuery[];
export const madeUpCases: NamedQuery[];
export const tinyCases: NamedQuery[];
