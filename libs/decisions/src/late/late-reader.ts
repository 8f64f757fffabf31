import type { LateAnswerView } from '@anuyat/contract';
import { textOf } from '@anuyat/licence-kit';
import { fieldTitle, type Reading } from '@anuyat/registrar';
import { limitOf } from './late-words';

interface Row {
  id: string;
  application_id: string;
  code: string;
  version: number;
  type: string;
  data: Record<string, unknown>;
  ended_at: Date;
  at: Date;
}

const READ = `
  SELECT l.id, l.application_id, a.code, a.version, l.type, l.data, l.ended_at, l.at
    FROM late_answer l JOIN application a ON a.id = l.application_id`;

/** What an application takes up again after an appeal: the late answers that it was returned without are looked at in it. */
const TAKEN_UP_FROM = `SELECT p.against FROM reopening r JOIN appeal p ON p.application_id = r.appeal_id WHERE r.application_id = $1`;

/** What came after its time in a case or to an application, newest first. The caller has checked who may look. */
export async function readLateAnswers({ source, library }: Reading, which: { caseId: string } | { applicationId: string }): Promise<LateAnswerView[]> {
  const rows: Row[] = 'caseId' in which
    ? await source.query(`${READ} WHERE l.case_id = $1 ORDER BY l.at DESC, l.id`, [which.caseId])
    : await source.query(`${READ} WHERE l.application_id = $1 OR l.application_id = (${TAKEN_UP_FROM}) ORDER BY l.at DESC, l.id`, [which.applicationId]);
  return rows.map(({ id, application_id: applicationId, code, version, type, data, ended_at: endedAt, at }) => {
    const definition = library.getLicence(code, version);
    const said = ['words', 'note'].map((key) => data[key]).find((words) => typeof words === 'string' && words.trim() !== '');
    return {
      id,
      applicationId,
      lane: definition.events[type]?.lane ?? null,
      licence: textOf(definition.texts, 'title'),
      what: limitOf(type, definition),
      endedAt: endedAt.toISOString(),
      at: at.toISOString(),
      words: String(said ?? ''),
      changes: Object.entries((data['changes'] ?? {}) as Record<string, unknown>).map(([path, value]) => ({ path, title: fieldTitle(definition.form, definition.texts, path), value })),
    };
  });
}
