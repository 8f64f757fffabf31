import type { X509Certificate } from 'node:crypto';

const DEEPEST = 5;

/**
 * Whether a certificate leads to one of the trusted roots through those given with it, each in force at the time. Certificates that were
 * revoked are not looked for: an agency's certificates that have no root here any more are.
 */
export function leadsToRoot(chain: readonly X509Certificate[], roots: readonly X509Certificate[], at: Date): boolean {
  let [current] = chain;
  for (let depth = 0; current && depth < DEEPEST; depth++) {
    const child: X509Certificate = current;
    if (!isInForceAt(child, at)) return false;
    const root = roots.find((candidate) => isIssuedBy(child, candidate) && isInForceAt(candidate, at));
    if (root) return true;
    current = chain.find((candidate) => candidate !== child && candidate.ca && isIssuedBy(child, candidate));
  }
  return false;
}

function isIssuedBy(child: X509Certificate, issuer: X509Certificate): boolean {
  return child.checkIssued(issuer) && issuer.ca && child.verify(issuer.publicKey);
}

function isInForceAt({ validFromDate, validToDate }: X509Certificate, at: Date): boolean {
  return validFromDate <= at && at <= validToDate;
}
