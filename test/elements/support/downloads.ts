/** Files that a widget hands to the browser, caught before the browser keeps them. */
import { until } from './page.js';

export interface Downloads {
  readonly names: string[];
  /** The next one that has not been taken. */
  next(): Promise<{ name: string; blob: Blob }>;
  stop(): void;
}

export function catchDownloads(): Downloads {
  const { click } = HTMLAnchorElement.prototype;
  const names: string[] = [];
  const waiting: { name: string; url: string }[] = [];
  HTMLAnchorElement.prototype.click = function () {
    names.push(this.download);
    waiting.push({ name: this.download, url: this.href });
  };
  return {
    names,
    async next() {
      await until(() => waiting.length > 0, 'the download');
      const { name, url } = waiting.shift()!;
      return { name, blob: await (await fetch(url)).blob() };
    },
    stop: () => void (HTMLAnchorElement.prototype.click = click),
  };
}
