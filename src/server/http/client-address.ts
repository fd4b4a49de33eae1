/** Where a request comes from. A header says that only where a proxy of one's own wrote it. */
import { isIPv6 } from 'node:net';
import { isLoopbackHost } from '../origins.js';

/** What the server knows about a request beside the request. */
export interface Connection {
  /** The other end's address. */
  address?: string | undefined;
}

/** `proxies`: how many of one's own stand in front, each of which adds to `X-Forwarded-For`. `undefined`: not known. */
export function clientAddress({ headers }: Request, { address }: Connection, proxies: number): string | undefined {
  if (proxies === 0) return address;
  const addresses =
    headers
      .get('x-forwarded-for')
      ?.split(',')
      .map((one) => one.trim())
      .filter(Boolean) ?? [];
  const place = addresses[addresses.length - proxies];
  return place === undefined ? address : withoutPort(place);
}

/** Some proxies add the port, which is another one for each connection. */
function withoutPort(place: string): string {
  return (
    /^(?:\[(.+)\]|(\d+(?:\.\d+){3}))(?::\d+)?$/
      .exec(place)
      ?.slice(1)
      .find((found) => found !== undefined) ?? place
  );
}

/** Whether the request comes from this machine itself, not from behind a proxy on it. */
export function isOwnMachine(request: Request, connection: Connection, proxies: number): boolean {
  const isPassedOn =
    proxies === 0 && ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'].some((name) => request.headers.has(name));
  const address = clientAddress(request, connection, proxies);
  return address !== undefined && !isPassedOn && isLoopbackHost(address);
}

/** One client has a whole IPv6 network, so only the first half of the address counts. */
export function addressKey(address: string): string {
  if (!isIPv6(address) || address.toLowerCase().startsWith('::ffff:')) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text: string | undefined): string[] => text?.split(':').filter(Boolean) ?? [];
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  return [...groups(head), ...new Array<string>(missing).fill('0'), ...groups(tail)].slice(0, 4).join(':');
}
