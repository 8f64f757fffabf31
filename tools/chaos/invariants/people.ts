import { createHash } from 'node:crypto';
import { shownByTheDatabase } from './shown-rows';
import { rowsOf, type Invariant } from './world';

/** I9: asked all through the run by people whose matter it is not, and afterwards of the database itself, without any condition. */
export const nobodySeesOthers: Invariant = {
  id: 'I9', title: 'Nobody sees or moves what belongs to others',
  async check(world) {
    const { journal } = world;
    const shown = await shownByTheDatabase(world);
    return { checked: `${journal.counts.probes} attempts while the faults were about; rows that the database shows to ${shown.readers} people`, breaches: [...journal.lies, ...shown.breaches] };
  },
};

/** I10: every paper is kept, whole and looked at. */
export const filesWhole: Invariant = {
  id: 'I10', title: 'Every paper that is referred to is kept, whole and scanned',
  async check(world) {
    const missing = await rowsOf<{ id: string; sha256: string }>(world, `
      SELECT id, sha256 FROM document d WHERE removed_at IS NULL AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = d.sha256)
      UNION ALL SELECT id, sha256 FROM vault_paper v WHERE removed_at IS NULL AND NOT EXISTS (SELECT FROM stored_file f WHERE f.sha256 = v.sha256)`);
    const files = await rowsOf<{ sha256: string; scan: string }>(world, `SELECT sha256, scan FROM stored_file`);
    const breaches = missing.map(({ id, sha256 }) => `The paper ${id} refers to ${sha256}, which was never kept.`);
    for (const { sha256, scan } of files) {
      if (scan !== 'clean') breaches.push(`The content ${sha256} is ${scan}.`);
      else await digestOf(world.contents, sha256).then((found) => found === sha256 || breaches.push(`The content ${sha256} is no longer what it was.`), (error: Error) => breaches.push(`The content ${sha256} cannot be read: ${error.message}`));
    }
    return { checked: `${files.length} contents read and digested`, breaches };
  },
};

async function digestOf(contents: { open(sha256: string): Promise<AsyncIterable<Buffer>> }, sha256: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of await contents.open(sha256)) hash.update(chunk);
  return hash.digest('hex');
}

/** I12: what people were told is what the histories say. */
export const nobodyWasLiedTo: Invariant = {
  id: 'I12', title: 'Nobody was told anything untrue, and every failure said what to do',
  async check(world) {
    const { journal } = world;
    const lines = new Map((await rowsOf<{ id: string; revision: number; type: string }>(world, `SELECT application_id AS id, revision, type FROM history`)).map(({ id, revision, type }) => [`${id} ${revision}`, type]));
    const now = new Map((await rowsOf<{ id: string; status: string; revision: number }>(world, `SELECT id, status, revision FROM application`)).map((row) => [row.id, row]));
    const licences = new Set((await rowsOf<{ number: string }>(world, `SELECT number FROM licence`)).map(({ number }) => number));
    const paid = new Set((await rowsOf<{ ref1: string }>(world, `SELECT ref1 FROM bill WHERE status = 'paid'`)).map(({ ref1 }) => ref1));
    const [events, seen] = [journal.of('event'), journal.of('seen')];
    const breaches = [
      ...events.filter(({ applicationId, revision, type }) => lines.get(`${applicationId} ${revision}`) !== type).map(({ applicationId, revision, type }) => `${type} of ${applicationId} was told to be revision ${revision}, which is ${lines.get(`${applicationId} ${revision}`) ?? 'nothing'}.`),
      ...seen.flatMap(({ applications }) => applications.filter(({ id, revision, status }) => now.get(id)?.revision === revision && now.get(id)?.status !== status).map(({ id, status }) => `${id} was shown as ${status}, and is ${now.get(id)?.status ?? 'not there'}.`)),
      ...seen.flatMap((view) => view.licences.filter((number) => !licences.has(number)).map((number) => `The licence ${number} was shown, and is not there.`)),
      ...seen.flatMap((view) => view.paidBills.filter((ref1) => !paid.has(ref1)).map((ref1) => `The bill ${ref1} was shown as paid, and is not.`)),
      ...journal.troubles.filter(({ hasReference }) => !hasReference).map(({ what, status }) => `${what} was answered ${status} without a reference.`),
      ...journal.troubles.filter(({ status, saysWhen }) => status === 503 && !saysWhen).map(({ what }) => `${what} was answered 503 without saying when to come again.`),
      ...journal.troubles.filter(({ status }) => status !== 503).map(({ what, status, code }) => `${what} was answered ${status} ${code ?? ''}, which nobody foresaw.`),
    ];
    return { checked: `${events.length} acts, ${seen.length} cases as they were seen, ${journal.troubles.length} failures that were told`, breaches };
  },
};
