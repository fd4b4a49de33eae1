/** Who is who in an export. */
import type { Profile } from '../../core/facts/conversations.js';

export interface Person {
  id?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  phone?: string | undefined;
  region?: string | undefined;
  language?: string | undefined;
  /** `undefined`: not known. */
  isTeam?: boolean | undefined;
}

export class People {
  readonly #known = new Map<string, Person>();
  readonly #ai: ReadonlySet<string>;

  constructor(aiAgents: readonly string[] = []) {
    this.#ai = new Set(aiAgents.map((one) => one.toLowerCase()));
  }

  /** Ids of customers and of the team may be counted apart, so `kind` tells them apart. */
  learn(kind: string, id: string, person: Person): void {
    this.#known.set(`${kind} ${id}`, { ...person, id });
  }

  get(kind: string, id: string | undefined): Person | undefined {
    return id === undefined ? undefined : this.#known.get(`${kind} ${id}`);
  }

  /** As members of the team are called everywhere: their name, else the id. */
  nameOf(kind: string, id: string | undefined): string | undefined {
    return this.get(kind, id)?.name ?? id;
  }

  isAi({ id, name, email }: Person): boolean {
    return [id, name, email].some((one) => one !== undefined && this.#ai.has(one.toLowerCase()));
  }
}

export function toProfile(given: Person, known: Person | undefined): Profile | undefined {
  const { id, name, email, phone } = {
    ...known,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  };
  return id === undefined && name === undefined && email === undefined && phone === undefined
    ? undefined
    : {
        ...(id !== undefined && { id }),
        ...(name !== undefined && { name }),
        ...(email !== undefined && { email }),
        ...(phone !== undefined && { phone }),
      };
}
