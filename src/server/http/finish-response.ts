/** The last steps of every answer: its tag, its encoding, and headers that keep browsers from taking it for something else. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SECURITY: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** Below it, packing costs more than it saves. */
const LEAST_BYTES = 1024;
const BROTLI_QUALITY = 4;

const ENCODINGS = {
  br: (bytes: Uint8Array) =>
    promisify(brotliCompress)(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    }),
  gzip: (bytes: Uint8Array) => promisify(gzip)(bytes),
};
type Encoding = keyof typeof ENCODINGS;

export interface Finished {
  response: Response;
  /** Of the body as it is sent. */
  bytes: number;
}

/** `isShared`: pages of other origins may read it. */
export async function finishResponse(
  request: Request,
  response: Response,
  { isShared }: { isShared: boolean },
): Promise<Finished> {
  const { status } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY)) headers.set(name, value);
  headers.set('cross-origin-resource-policy', isShared ? 'cross-origin' : 'same-origin');
  if (!response.body && request.method !== 'HEAD')
    return { response: new Response(null, { status, headers }), bytes: 0 };
  const body = new Uint8Array(await response.arrayBuffer());
  const encoding = body.length >= LEAST_BYTES ? bestEncoding(request.headers.get('accept-encoding')) : undefined;
  headers.append('vary', 'Accept-Encoding');
  if (status === 200 && headers.get('cache-control')?.startsWith('private')) {
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
    headers.append('vary', 'Authorization');
    headers.set('etag', `"${tag}${encoding ? `-${encoding}` : ''}"`);
    if (isRead(request.method) && isKnown(request.headers.get('if-none-match'), tag)) {
      headers.delete('content-type');
      return { response: new Response(null, { status: 304, headers }), bytes: 0 };
    }
  }
  const sent = encoding ? await ENCODINGS[encoding](body) : body;
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(sent.length));
  return { response: new Response(request.method === 'HEAD' ? null : sent, { status, headers }), bytes: sent.length };
}

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD';

/** However the reader's copy was packed: it holds the same. */
function isKnown(header: string | null, tag: string): boolean {
  if (header === null) return false;
  if (header.trim() === '*') return true;
  const tags = [tag, ...Object.keys(ENCODINGS).map((encoding) => `${tag}-${encoding}`)];
  return header.split(',').some((one) => tags.includes(one.trim().replace(/^W\//, '').replace(/^"|"$/g, '')));
}

/** The one the reader likes best; of equals, the smaller one. */
function bestEncoding(header: string | null): Encoding | undefined {
  const liked = new Map(
    header?.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return [name.trim(), quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  const quality = (name: Encoding) => liked.get(name) ?? liked.get('*') ?? 0;
  const [best] = (Object.keys(ENCODINGS) as Encoding[]).sort((a, b) => quality(b) - quality(a));
  return best && quality(best) > 0 ? best : undefined;
}
