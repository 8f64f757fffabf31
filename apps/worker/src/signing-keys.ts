import { join } from 'node:path';
import { agencies, findSealer } from '@anuyat/dictionary/reference';
import { Enrolment, isInForce, jwkOf, KeyCabinet, KeyRing, openKeyModule, type SealingKey } from '@anuyat/seals';

type Environment = Record<string, string | undefined>;

const USAGE = 'There is: npm run seals -- list [--json], npm run seals -- rotate AGENCY.';

/**
 * Lists the signing keys of an installation, or makes new ones for an agency. A worker that runs takes new keys up within five minutes: it publishes them
 * before it signs with them, and what the old ones signed stays good. @returns lines for the person. @throws a sentence when it cannot be done.
 */
export async function seals(args: readonly string[], environment: Environment): Promise<string[]> {
  const [act, agency] = args;
  if (act === 'list' && args.slice(1).every((arg) => arg === '--json')) return list(await openCabinet(environment).open(), args.includes('--json'));
  if (act !== 'rotate' || !agency || args.length > 2) throw new Error(USAGE);
  return rotate(agency, environment);
}

async function rotate(agency: string, environment: Environment): Promise<string[]> {
  const { AUTHORITY_URL, AUTHORITY_SECRET = '', INTERNAL_HOSTS = '' } = environment;
  const sealer = findSealer(agency);
  if (!sealer) throw new Error(`Nobody who seals is called “${agency}”. There are ${agencies.map(({ code }) => code).join(', ')}, and municipalities such as lao-laem-chabang.`);
  if (!AUTHORITY_URL) throw new Error('AUTHORITY_URL is not set: no authority certifies keys here. Put the new key with its certificates into SEAL_DIR (docs/licence-papers.md); the worker takes it up by itself.');
  const enrolment = new Enrolment(AUTHORITY_URL, AUTHORITY_SECRET, INTERNAL_HOSTS.split(',').filter(Boolean));
  const cabinet = openCabinet(environment);
  const before = new Set((await cabinet.open()).map(({ kid }) => kid));
  await new KeyRing(cabinet, enrolment, () => ({ commonName: sealer.title.th, organization: sealer.title.en }), []).rotate(agency);
  const made = (await cabinet.open()).filter(({ kid }) => !before.has(kid));
  return [`${sealer.title.en} (${sealer.title.th}) seals with new keys as soon as the worker has seen them, within five minutes:`, ...made.map(lineOf)];
}

function openCabinet(environment: Environment): KeyCabinet {
  const { SEAL_DIR, DATA_DIR, SEAL_SECRET } = environment;
  if (!SEAL_DIR && !DATA_DIR) throw new Error('Set SEAL_DIR to the folder of the signing keys, or DATA_DIR.');
  return new KeyCabinet(SEAL_DIR || join(DATA_DIR ?? '', 'seals'), SEAL_SECRET || undefined, openKeyModule(environment));
}

function list(keys: readonly SealingKey[], isJson: boolean): string[] {
  const now = new Date();
  const signs = (key: SealingKey): boolean => keys.findLast((each) => each.agency === key.agency && each.use === key.use && isInForce(each, now))?.kid === key.kid;
  const rows = keys.toSorted((a, b) => a.agency.localeCompare(b.agency) || a.use.localeCompare(b.use) || a.createdAt.getTime() - b.createdAt.getTime());
  if (isJson) return [JSON.stringify(rows.map((key) => ({ agency: key.agency, use: key.use, kid: key.kid, algorithm: jwkOf(key).alg, createdAt: key.createdAt.toISOString(), issuer: key.chain[0]?.issuer ?? null, validTo: key.chain[0]?.validToDate.toISOString() ?? null, place: placeOf(key), signs: signs(key) })), null, 2)];
  if (rows.length === 0) return ['There are no signing keys yet: the worker makes them at its first start, where an authority certifies them.'];
  return rows.map((key) => `${signs(key) ? '*' : ' '} ${lineOf(key)}`);
}

function lineOf(key: SealingKey): string {
  const until = key.chain[0] ? `until ${key.chain[0].validToDate.toISOString().slice(0, 10)}` : 'attested by its seal';
  return `${key.agency.padEnd(24)} ${key.use.padEnd(5)} ${String(jwkOf(key).alg).padEnd(5)} ${key.kid}  made ${key.createdAt.toISOString().slice(0, 10)}  ${placeOf(key).padEnd(6)} ${until}`;
}

/** Where the private half is. */
function placeOf({ place }: SealingKey): string {
  return place ?? 'file';
}
