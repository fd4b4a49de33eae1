/** A colour of the palette, lighter, for what is not final. */
export function fade(color: string): string {
  const parts = /^rgba?\(([^)]*)\)$/.exec(color)?.[1]?.split(',').slice(0, 3);
  return parts ? `rgba(${parts.join(',')}, 0.5)` : color;
}
