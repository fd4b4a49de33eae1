/**
 * Converts the invoices of a real gift shop (Online Retail, Daqing Chen, CC BY 4.0) into checkouts.
 *
 *     node demo/convert-online-retail.mjs INPUT.csv OUTPUT.json.gz
 *
 * INPUT holds one line of an invoice a row. Same input, same bytes.
 *
 * | fact | from |
 * |---|---|
 * | `id` | InvoiceNo |
 * | `completedAt` | InvoiceDate of its first line, a clock in London |
 * | `accountId`, `signedIn` | CustomerID; an invoice without one is a checkout without signing in |
 * | `total` | Quantity × UnitPrice of all its lines, in pence |
 *
 * Cancellations (InvoiceNo "C…") earn nothing and are left out, as are invoices that come to nothing.
 * The shop has no hub: accounts, visits and interactions are absent, none is made up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSteadily } from './data/gzip-steadily.mjs';

/** Descriptions may be quoted and hold commas; the columns that are read hold neither. */
function parseLine(line) {
  const cells = line.match(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g).map((cell) => cell.replace(/,$/, ''));
  const [invoice, , , quantity, date, price, customer] = cells;
  return {
    invoice,
    quantity: Number(quantity),
    date,
    pence: Math.round(Number(price) * 100),
    customer: customer.replace(/\.0$/, ''),
  };
}

function toCheckouts(lines) {
  const invoices = new Map();
  for (const line of lines) invoices.set(line.invoice, [...(invoices.get(line.invoice) ?? []), line]);
  return [...invoices].map(([id, rows]) => {
    const [{ date, customer }] = rows;
    return {
      id,
      completedAt: `${date.replace(' ', 'T')}Z`,
      ...(customer && { accountId: customer }),
      signedIn: customer !== '',
      total: rows.reduce((sum, { quantity, pence }) => sum + quantity * pence, 0),
    };
  });
}

function run([input, output]) {
  if (!input || !output)
    throw new TypeError('Name two files: node demo/convert-online-retail.mjs INPUT.csv OUTPUT.json.gz');
  const [, ...lines] = readFileSync(input, 'utf8').trim().split(/\r?\n/);
  const all = toCheckouts(lines.map(parseLine));
  const checkouts = all.filter(({ id, total }) => !id.startsWith('C') && total > 0);
  // London keeps universal time in December.
  writeFileSync(output, gzipSteadily(JSON.stringify({ timeZone: 'Europe/London', currency: 'GBP', checkouts })));
  console.log(
    `${checkouts.length} checkouts of ${all.length} invoices, ${checkouts.filter(({ signedIn }) => signedIn).length} signed in`,
  );
}

run(process.argv.slice(2));
