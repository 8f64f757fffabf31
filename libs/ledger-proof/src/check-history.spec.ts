import { ed25519 } from '@noble/curves/ed25519.js';
import { canonicalJson } from '@anuyat/licence-kit/canonical-json';
import { toHex, utf8 } from './bytes';
import { checkHistory } from './check-history';
import { fileDigest } from './file-digest';
import { HISTORY_FORMAT, type ExportedLine, type HistoryExport } from './history-export';
import { APPLICATION, CHAIN_START, entryHash, historyDigest, lineHash, recordDigest, type LineContent } from './ledger-entry';
import { leafHash, nodeHash, proveInclusion, rootOf, type Subtrees } from './merkle';
import { keyText, noteOf, readKey, readNote, rootKey, rootText, type LedgerRoot } from './signed-root';

const secret = new Uint8Array(32).fill(7);
const key = rootKey('anuyat.test/ledger', ed25519.getPublicKey(secret));
const other = rootKey('anuyat.test/ledger', ed25519.getPublicKey(new Uint8Array(32).fill(8)));
const signed = (root: LedgerRoot): string => noteOf(root, key, ed25519.sign(utf8(rootText(root)), secret));

const id = '01900000-0000-7000-8000-000000000001';
const content = (type: string): LineContent => ({ type, data: { note: 'ที่นี่' }, actor: { kind: 'portal', job: 'spec' }, at: '2026-11-22T03:00:00.000Z', rulings: {}, state: { value: 'done' }, effects: [] });

/** A history of these lines, the first of which are under a root, beside a payment. */
async function exported(types: readonly string[], sealed: number, change: (file: HistoryExport) => void = () => undefined): Promise<string> {
  const lines: ExportedLine[] = [];
  for (const type of types) lines.push({ revision: lines.length + 1, content: content(type), hash: lineHash(lines.at(-1)?.hash ?? CHAIN_START, id, lines.length + 1, content(type)) });
  const payment = { kind: 'payment', subject: 'SBX1', content: { amount: 100 }, digest: recordDigest('payment', 'SBX1', { amount: 100 }) };
  const leaves = [
    leafHash(utf8('of another case')),
    entryHash({ kind: APPLICATION, subject: id, revision: sealed, digest: historyDigest(lines.slice(0, sealed).map(({ hash }) => hash)) }),
    entryHash({ kind: 'payment', subject: 'SBX1', revision: 0, digest: payment.digest }),
  ];
  const whole = (level: number, index: number): Uint8Array => (level === 0 ? (leaves[index] ?? leafHash(utf8(''))) : nodeHash(whole(level - 1, 2 * index), whole(level - 1, 2 * index + 1)));
  const subtrees: Subtrees = (level, index) => Promise.resolve(whole(level, index));
  const placeAt = async (position: number) => ({ position, path: (await proveInclusion(subtrees, position, 3)).map(toHex) });
  const file: HistoryExport = {
    format: HISTORY_FORMAT, root: signed({ origin: 'anuyat.test/ledger', size: 3, root: await rootOf(subtrees, 3), signedAt: '2026-11-22T18:00:00.000Z' }), keys: [keyText(key)],
    applications: [{ id, lines, sealed: { revision: sealed, ...(await placeAt(1)) } }], records: [{ ...payment, sealed: await placeAt(2) }], digest: '',
  };
  change(file);
  return canonicalJson({ ...file, digest: fileDigest(file) });
}

const faultsOf = (text: string, trusted?: Parameters<typeof checkHistory>[1]): string[] => checkHistory(text, trusted).faults.map(({ fault }) => fault);

describe('an exported history', () => {
  it('is genuine as it was exported, and says what no root covers yet', async () => {
    const text = await exported(['submitted', 'approved', 'issued'], 2);
    expect(checkHistory(text, [key])).toMatchObject({ isGenuine: true, lines: 3, pendingLines: 1, records: 1, pendingRecords: 0, withheld: 0, key: { id: key.id } });
  });

  it('keeps the place of a line whose content is left out', async () => {
    const text = await exported(['submitted', 'found', 'issued'], 3, ({ applications }) => applications[0]?.lines.splice(1, 1, { revision: 2, hash: applications[0]?.lines[1]?.hash ?? '', content: null }));
    expect(checkHistory(text)).toMatchObject({ isGenuine: true, withheld: 1 });
  });

  it.each([
    ['a line says something else', 'changed-line', ({ applications }: HistoryExport) => Object.assign(applications[0]?.lines[0]?.content ?? {}, { type: 'refused' })],
    ['a line is left out', 'missing-line', ({ applications }: HistoryExport) => applications[0]?.lines.splice(1, 1)],
    ['the tail is cut', 'missing-line', ({ applications }: HistoryExport) => applications[0]?.lines.pop()],
    ['it is said to be another application’s', 'changed-line', ({ applications }: HistoryExport) => Object.assign(applications[0] ?? {}, { id: id.replace(/1$/, '2') })],
    ['a record says something else', 'changed-record', ({ records }: HistoryExport) => Object.assign(records[0] ?? {}, { content: { amount: 1 } })],
    ['a record is given a digest of its own', 'record-not-in-root', ({ records }: HistoryExport) => Object.assign(records[0] ?? {}, { content: { amount: 1 }, digest: recordDigest('payment', 'SBX1', { amount: 1 }) })],
    ['a key has another number', 'bad-key', (file: HistoryExport) => (file.keys = [keyText(key).replace(key.id, '00000000')])],
  ])('is refused where %s', async (_, fault, change) => expect(faultsOf(await exported(['submitted', 'approved', 'issued'], 3, change as (file: HistoryExport) => void))).toContain(fault));

  it('is refused where the chain was computed again as a whole', async () => {
    const [forged, genuine] = [JSON.parse(await exported(['submitted', 'refused'], 2)) as HistoryExport, JSON.parse(await exported(['submitted', 'approved'], 2)) as HistoryExport];
    const mixed = { ...genuine, applications: genuine.applications.map((history) => ({ ...history, lines: forged.applications[0]?.lines ?? [] })) };
    expect(faultsOf(canonicalJson({ ...mixed, digest: fileDigest(mixed) }))).toEqual(['history-not-in-root']);
  });

  it('is refused under a key that the reader does not have', async () => {
    expect(faultsOf(await exported(['submitted'], 1), [other])).toContain('other-key');
  });

  it('is refused with any byte flipped, in the first and the last and each between', async () => {
    const bytes = Buffer.from(await exported(['submitted', 'issued'], 2));
    const unseen = [...bytes.keys()].filter((at) => at % 11 === 0 && checkHistory(bytes.with(at, (bytes[at] ?? 0) ^ (1 << (at % 7))).toString()).isGenuine);
    expect(unseen).toEqual([]);
  });

  it.each(['', '{}', 'null', '[]', '{"format":"anuyat-history/2"}', '{"format":"anuyat-history/1"}'])('is not %j', (text) => expect(checkHistory(text).isGenuine).toBe(false));
});

describe('a signed root', () => {
  const note = signed({ origin: 'anuyat.test/ledger', size: 3, root: new Uint8Array(32), signedAt: '2026-11-22T18:00:00.000Z' });

  it('is read under its key and no other', () => {
    expect(readNote(note, [other, key])).toMatchObject({ root: { size: 3 }, key: { id: key.id } });
    expect(readNote(note, [other])).toBeUndefined();
  });

  it('is not read with any letter of its text or signature changed', () => {
    const unseen = Array.from(note.trimEnd(), (letter, at) => note.slice(0, at) + (letter === 'x' ? 'y' : 'x') + note.slice(at + 1)).filter((forged) => readNote(forged, [key]));
    expect(unseen).toEqual([]);
  });

  it('has a key that is read as it was published', () => {
    expect(readKey(` ${keyText(key)}\n`)).toEqual(key);
    expect(readKey(keyText(key).replace('+', ' '))).toBeUndefined();
  });
});
