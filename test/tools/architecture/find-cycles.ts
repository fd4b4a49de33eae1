import type { Import } from './read-imports.js';

/** File to the files it imports, for values or types. What is loaded on demand comes later, so it closes no ring. */
function toGraph(imports: Import[]): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const { from, kind, target } of imports) {
    if (kind !== 'dynamic' && target) graph.set(from, [...(graph.get(from) ?? []), target]);
  }
  return graph;
}

/** One sentence for each ring of imports; a ring is named once, wherever one enters it. */
export function findCycles(imports: Import[]): string[] {
  const graph = toGraph(imports);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push(`${[...trail.slice(at), path].join(' → ')} is a cycle.`);
    if (at >= 0 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
