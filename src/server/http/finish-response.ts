/** The last steps of every answer: its tag, its encoding, and headers that keep browsers from misreading it. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const SECURITY: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

/** Smaller bodies are not worth compressing. */
const MIN_BYTES = 1024;
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
  /** Size of the body as it is sent. */
  bytes: number;
}

/** `isShared`: pages of other origins may read it. */
export async function finishResponse(
  request: Request,
  response: Response,
  { isShared }: { isShared: boolean },
): Promise<Finished> {
  const { status } = response;
  const headers = secureHeaders(response, isShared);
  if (!response.body && request.method !== 'HEAD')
    return { response: new Response(null, { status, headers }), bytes: 0 };
  const body = new Uint8Array(await response.arrayBuffer());
  const encoding = body.length >= MIN_BYTES ? bestEncoding(request.headers.get('accept-encoding')) : undefined;
  headers.append('vary', 'Accept-Encoding');
  if (status === 200 && headers.get('cache-control')?.startsWith('private')) {
    const tag = createHash('sha256').update(body).digest('base64url').slice(0, 27);
    headers.append('vary', 'Authorization');
    headers.set('etag', `"${tag}${encoding ? `-${encoding}` : ''}"`);
    if (hasTag(request, tag)) return notModified(headers);
  }
  const sent = encoding ? await ENCODINGS[encoding](body) : body;
  if (encoding) headers.set('content-encoding', encoding);
  headers.set('content-length', String(sent.length));
  return { response: new Response(request.method === 'HEAD' ? null : sent, { status, headers }), bytes: sent.length };
}

function secureHeaders(response: Response, isShared: boolean): Headers {
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SECURITY)) headers.set(name, value);
  headers.set('cross-origin-resource-policy', isShared ? 'cross-origin' : 'same-origin');
  return headers;
}

function notModified(headers: Headers): Finished {
  headers.delete('content-type');
  return { response: new Response(null, { status: 304, headers }), bytes: 0 };
}

/** Whether the client has the answer already. Its copy may be encoded in any way: it holds the same. */
function hasTag({ method, headers }: Request, tag: string): boolean {
  const header = headers.get('if-none-match');
  if (header === null || (method !== 'GET' && method !== 'HEAD')) return false;
  if (header.trim() === '*') return true;
  const tags = [tag, ...Object.keys(ENCODINGS).map((encoding) => `${tag}-${encoding}`)];
  return header.split(',').some((one) => tags.includes(one.trim().replace(/^W\//, '').replace(/^"|"$/g, '')));
}

/** The one that the client prefers; of equals, the smaller one. */
function bestEncoding(header: string | null): Encoding | undefined {
  const accepted = new Map(
    header?.split(',').map((part) => {
      const [name = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined);
      return [name.trim(), quality === undefined ? 1 : Number(quality)] as const;
    }),
  );
  const quality = (name: Encoding) => accepted.get(name) ?? accepted.get('*') ?? 0;
  const [best] = (Object.keys(ENCODINGS) as Encoding[]).sort((a, b) => quality(b) - quality(a));
  return best && quality(best) > 0 ? best : undefined;
}
