import dns from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { UserError } from '../errors.js';
import { MAX_FIELD_LENGTH } from '../limits.js';

/** Whether something is meant as an address rather than as a file; `C:\texts` is a file. */
export const looksLikeAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//i.test(text);

/**
 * A web address that may be visited, without the `#section` of its page.
 *
 * @throws UserError when it is none, or holds a name and password.
 */
export function pageAddress(text: string, base?: URL): URL {
  const url = addressOf(text, base);
  url.hash = '';
  return url;
}

function addressOf(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href))
    throw new UserError('this is no web address; copy it anew from the browser');
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new UserError('only addresses that begin with https:// or http:// are visited');
  if (url.username !== '' || url.password !== '')
    throw new UserError('the address holds a name or password before the @; take them out');
  if (url.href.length > MAX_FIELD_LENGTH)
    throw new UserError(`the address is longer than ${MAX_FIELD_LENGTH} characters; look for a shorter one`);
  return url;
}

/** Of IPv6, all that is given out to anybody for the public (RFC 4291, IANA's IPv6 Global Unicast Address Space). */
const GLOBAL_IPV6 = ipaddr.parseCIDR('2000::/3');

/** Whether an IP address is one of the public internet: no private network's, no machine's own, no other special one. */
export function isPublic(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  // `::ffff:10.0.0.1` is 10.0.0.1.
  const address = ipaddr.process(ip);
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(GLOBAL_IPV6));
}

/** Tells which IP addresses are visited. */
export type MayVisit = (ip: string) => boolean;

/**
 * Refuses an address that names an IP address which is not visited. Other names are looked up only when they are connected
 * to; see `lookupFor`.
 *
 * @throws UserError
 */
export function mustBeVisited({ hostname }: URL, mayVisit: MayVisit): void {
  const ip = hostname.replace(/^\[|\]$/g, '');
  if (isIP(ip) !== 0 && !mayVisit(ip)) throw notVisited(ip);
}

const notVisited = (host: string): UserError =>
  new UserError(
    `it leads to ${host}, which is on this machine or in a private network, where nothing is visited; add --allow-private if that is meant`,
  );

/** Looks up names and gives only addresses that are visited, so that what is connected to is what was checked. */
export const lookupFor =
  (mayVisit: MayVisit): LookupFunction =>
  (hostname, options, callback) => {
    dns.lookup(hostname, { ...options, all: true }, (error, found) => {
      const [first, ...others] = error ? [] : found.filter(({ address }) => mayVisit(address));
      if (!first) callback(error ?? notVisited(hostname), '');
      else if (options.all) callback(null, [first, ...others]);
      else callback(null, first.address, first.family);
    });
  };
