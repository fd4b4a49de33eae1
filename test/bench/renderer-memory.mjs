/** What the page and its workers hold, where the system says so. */
import { readdirSync, readFileSync } from 'node:fs';

/** Megabytes of the largest page process among this process's children; `undefined` where nobody tells. */
export function rendererMemory() {
  try {
    const sizes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(sizeOf);
    return Math.max(...sizes.filter((size) => size !== undefined));
  } catch {
    return undefined;
  }
}

function sizeOf(id) {
  try {
    if (!readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--type=renderer')) return undefined;
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1]) / 1000;
  } catch {
    // The process has ended meanwhile.
    return undefined;
  }
}
