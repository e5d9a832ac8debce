/** What can be done where a site shows its pages to browsers only. */
const BY_HAND = 'open it in a browser, save it and import the file';

/** Why a server did not give the content, by the status of its answer (RFC 9110), in words for whoever asked. */
export function whyRefused(status = 0): string {
  if (status === 404 || status === 410) return 'the site has no such page; check the address';
  if (status === 401 || status === 407) return `the site asks for a name and password first; ${BY_HAND}`;
  if (status === 403 || status === 451) return `the site does not allow it to be fetched; ${BY_HAND}`;
  if (status === 429) return 'the site asks for fewer requests; try again in an hour';
  if (status >= 500) return 'the site is out of order at the moment; try again later';
  return `the site answered without a page; ${BY_HAND}`;
}

/** The errors of the system and of Node.js that have a reason of their own. */
const REASONS: readonly (readonly [codes: RegExp, reason: string])[] = [
  [/^ENOTFOUND$/, 'there is no site of that name; check the spelling'],
  [/^EAI_/, 'the name could not be looked up; check that this machine is connected to the internet'],
  [/^ECONNREFUSED$/, 'nothing answers there; check the address'],
  [
    /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ETIMEDOUT)$/,
    'the site cannot be reached from here; check the network',
  ],
  [/^CERT_HAS_EXPIRED$/, `the site’s certificate has run out, so it is not sure who answers; ${BY_HAND}`],
  [
    /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    'the site’s certificate is for another name, so it is not sure who answers; check the address',
  ],
  [
    /CERT|SIGNATURE|ISSUER/,
    `the site’s certificate is signed by nobody known, so it is not sure who answers; ${BY_HAND}`,
  ],
  [
    /^(?:EPROTO|ERR_SSL|ERR_TLS)/,
    'no secure connection could be made; check whether the address begins with http:// instead of https://',
  ],
  [/^(?:Z_|ERR_.*BROTLI|ERR__ERROR_FORMAT)/, `what came is damaged; try again, or ${BY_HAND}`],
];

/** Why a connection failed, in words for whoever gave the address. */
export function whyUnreached(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS.find(([codes]) => codes.test(code))?.[1];
  return reason ?? 'the connection broke before all had come; try again';
}
