/** `1 ticket`, `2,600 conversations`: the facts' names are plurals of one letter. */
export function countFacts(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([fact, count]) => `${count.toLocaleString('en')} ${count === 1 ? fact.slice(0, -1) : fact}`)
    .join(', ');
}
