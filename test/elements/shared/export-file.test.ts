import { expect } from '@open-wc/testing';
import { csvBlob, exportFile } from '../../../src/elements/shared/export-file.js';
import type { AgentExportEvent } from '../../../src/elements/shared/user-events.js';
import { catchDownloads } from '../support/downloads.js';
import { box, listen } from '../support/page.js';

describe('exportFile', () => {
  it('tells the page and hands the file over under its name', async () => {
    const downloads = catchDownloads();
    const { events, stop } = listen<AgentExportEvent>('agent-export');
    expect(await exportFile(await box(), { format: 'csv', filename: 'a.csv', content: csvBlob('ü') })).to.equal(true);
    const { name, blob } = await downloads.next();
    downloads.stop();
    stop();
    // WebKit leaves the parameter out of a type that came by an address.
    expect([name, blob.type.split(';')[0], await blob.text()]).to.deep.equal(['a.csv', 'text/csv', 'ü']);
    expect(events.map(({ format, filename }) => [format, filename])).to.deep.equal([['csv', 'a.csv']]);
  });

  it('makes nothing where the page prevents it', async () => {
    const host = await box();
    host.addEventListener('agent-export', (event) => event.preventDefault());
    let made = 0;
    const content = () => Promise.resolve(new Blob([String(++made)]));
    expect(await exportFile(host, { format: 'png', filename: 'a.png', content })).to.equal(false);
    expect(made).to.equal(0);
  });

  it('rejects with what kept the file from being made', async () => {
    const error = new Error('No canvas.');
    const rejected = await exportFile(await box(), {
      format: 'png',
      filename: 'a.png',
      content: () => Promise.reject(error),
    }).catch((reason: unknown) => reason);
    expect(rejected).to.equal(error);
  });
});
