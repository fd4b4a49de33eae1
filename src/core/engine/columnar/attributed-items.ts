/** Order lines that conversations earned, of all shards in one table. */
import type { Column } from './columns.js';
import { concatColumns, type Places } from './gather-across.js';
import type { Shard } from './shard.js';
import { ShardTable } from './shard-table.js';

export interface AttributedParents extends Places {
  /** What `parts` are places in. */
  shards: readonly Shard[];
}

export class AttributedItems extends ShardTable {
  readonly parents: AttributedParents;
  #inherited = new Map<string, Column | undefined>();
  #inheritedVersion = 0;

  constructor(times: Float64Array, columns: Map<string, Column>, parents: AttributedParents) {
    super('attributedItems', times, columns);
    this.parents = parents;
  }

  override get version(): number {
    return this.parents.shards.reduce((sum, { opened }) => sum + opened.version, super.version);
  }

  override get names(): string[] {
    return [...new Set([...super.names, ...this.parents.shards.flatMap(({ opened }) => opened.names)])];
  }

  override column(name: string): Column | undefined {
    const own = super.column(name);
    if (own) return own;
    const { version } = this;
    if (version !== this.#inheritedVersion) this.#inherited = new Map();
    this.#inheritedVersion = version;
    if (!this.#inherited.has(name))
      this.#inherited.set(
        name,
        concatColumns(
          this.parents.shards.map(({ opened }) => opened.column(name)),
          this.parents,
        ),
      );
    return this.#inherited.get(name);
  }
}
