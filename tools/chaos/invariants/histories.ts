import { replayAll } from '@anuyat/registrar';
import { verifyLedger } from '@anuyat/ledger';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@anuyat/licence-kit';
import { rowsOf, type Invariant } from './world';

/** I4: every chain holds, and every history lived again gives what is stored, byte for byte. */
export const historiesReplay: Invariant = {
  id: 'I4', title: 'Every chain is intact, and a replay lands on what is stored, byte for byte',
  async check(world) {
    const { counts, faults } = await replayAll(world.source, world.library, world.calendar);
    const ledger = await verifyLedger(world.source, { parts: ['records', 'histories', 'agreements'] });
    const sum = (of: 'applications' | 'lines' | 'faults'): number => counts.reduce((total, count) => total + count[of], 0);
    const breaches = [...faults.map(({ story }) => story.en), ...ledger.faults.map((fault) => `Ledger: ${JSON.stringify(fault)}`)];
    return { checked: `${sum('applications')} histories with ${sum('lines')} lines replayed, ${ledger.records} records`, breaches };
  },
};

interface Submission {
  id: string;
  answers: Record<string, unknown>;
  answers_revision: number;
  data: { answers: string; answersRevision: number; documents: { code: string; sha256: string }[] };
  papers: string[];
}

const SUBMISSIONS = `
  SELECT a.id, c.answers, c.answers_revision, h.data, ARRAY(SELECT d.code || ' ' || d.sha256 FROM document d WHERE d.case_id = c.id) AS papers
    FROM application a JOIN case_file c ON c.id = a.case_id JOIN history h ON h.application_id = a.id AND h.revision = 1
   WHERE h.type = 'submitted' AND h.data ? 'declaresTruth'`;

/** I11: what was filed is what is stored, or was corrected in an answer since. */
export const filedIsSealed: Invariant = {
  id: 'I11', title: 'What was filed is what is stored',
  async check(world) {
    const rows = await rowsOf<Submission>(world, SUBMISSIONS);
    const unchanged = rows.filter(({ answers_revision: now, data }) => now === data.answersRevision);
    const breaches = [
      ...unchanged.filter(({ answers, data }) => digest(canonicalJson(answers)) !== data.answers).map(({ id }) => `The answers of ${id} are not those that were filed.`),
      ...rows.flatMap(({ id, data, papers }) => data.documents.filter(({ code, sha256 }) => !papers.includes(`${code} ${sha256}`)).map(({ code }) => `The paper ${code} that was filed with ${id} is not there.`)),
    ];
    return { checked: `${rows.length} submissions, ${unchanged.length} of them with answers that nobody corrected since`, breaches };
  },
};

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
