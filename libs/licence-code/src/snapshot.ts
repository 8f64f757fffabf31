import { p256 } from '@noble/curves/nist.js';
import { getListFromStatusListJWT } from '@sd-jwt/jwt-status-list';
import type { Text } from '@anuyat/licence-kit';
import { fromBase64Url, type CodedLicence } from './licence-code';

/** A public key of the portal's agencies, as a JSON Web Key. */
export interface SnapshotKey {
  kid: string;
  agency: string;
  kty: string;
  crv: string;
  x: string;
  y?: string;
}

/** Everything that a check without a network needs: `GET /api/seals/snapshot`. */
export interface Snapshot {
  /** ISO time when the portal gave it. */
  takenAt: string;
  keys: SnapshotKey[];
  agencies: Record<string, Text>;
  /** Names of licence types. */
  titles: Record<string, Text>;
  /** The signed lists of withdrawn licences (Token Status List), by agency. */
  lists: Record<string, string>;
}

/** How a licence stood when the list was signed; undefined when the snapshot has no list that could say it. */
export type ListedStanding = 'valid' | 'withdrawn' | 'suspended';

const STANDINGS: readonly ListedStanding[] = ['valid', 'withdrawn', 'suspended'];

/** What the agency's list says of a licence, and when the list was signed. A list that its agency did not sign says nothing. */
export function findStanding(snapshot: Snapshot, licence: CodedLicence): { standing: ListedStanding; at: string } | undefined {
  try {
    const token = snapshot.lists[licence.agency] ?? '';
    const [head = '', body = '', signature = ''] = token.split('.');
    const { kid, typ } = partOf(head);
    const key = snapshot.keys.find((known) => known.kid === kid && known.agency === licence.agency && known.kty === 'EC');
    if (!key || typ !== 'statuslist+jwt' || !p256.verify(fromBase64Url(signature), new TextEncoder().encode(`${head}.${body}`), pointOf(key), { lowS: false })) return undefined;
    const standing = STANDINGS[getListFromStatusListJWT(token).getStatus(licence.statusIndex)];
    return standing && { standing, at: new Date(Number(partOf(body)['iat']) * 1_000).toISOString() };
  } catch {
    return undefined;
  }
}

function partOf(part: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(fromBase64Url(part))) as Record<string, unknown>;
}

/** The key as an uncompressed point. */
function pointOf({ x, y = '' }: SnapshotKey): Uint8Array {
  return Uint8Array.of(4, ...fromBase64Url(x), ...fromBase64Url(y));
}
