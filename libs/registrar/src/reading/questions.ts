import type { QuestionItem, QuestionView } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import { actOf, lanesOf, textOf, type LicenceDefinition } from '@anuyat/licence-kit';
import type { LaneOffice } from '../application-row';
import { readHistories, type HistoryLine } from './history-line';
import type { Reading } from './read-applications';
import { fieldTitle } from './titled-form';

interface Row {
  id: string;
  code: string;
  version: number;
  offices: Record<string, LaneOffice>;
}

/** A question with whether it still waits for its answer. */
export interface AskedQuestion extends QuestionView {
  isOpen: boolean;
}

/** What the lanes of some applications asked, oldest first, read off their histories. */
export async function readQuestions({ source, library }: Pick<Reading, 'source' | 'library'>, applicationIds: string[]): Promise<AskedQuestion[]> {
  const rows: Row[] = await source.query(`SELECT id, code, version, offices FROM application WHERE id = ANY($1) ORDER BY id`, [applicationIds]);
  const timers: { application_id: string; name: string; due_at: Date }[] = await source.query(
    `SELECT application_id, name, due_at FROM timer WHERE application_id = ANY($1) AND name LIKE '%.answer'`,
    [applicationIds],
  );
  const histories = await readHistories(source, applicationIds);
  return rows.flatMap((row) => {
    const definition = library.getLicence(row.code, row.version);
    const lines = histories.get(row.id) ?? [];
    return lines
      .filter(({ type }) => actOf(type) === 'asked')
      .map((line) => {
        const lane = laneOf(line);
        const due = timers.find(({ application_id, name }) => application_id === row.id && name === `${lane}.answer`);
        return questionOf(line, lane, lines, row, definition, due?.due_at ?? null);
      });
  });
}

function questionOf(line: HistoryLine, lane: string, lines: HistoryLine[], row: Row, definition: LicenceDefinition, dueAt: Date | null): AskedQuestion {
  const answered = lines.find(({ type, revision }) => type === `${lane}.answered` && revision > line.revision);
  const newest = lines.at(-1);
  return {
    id: `${row.id}:${line.revision}`,
    applicationId: row.id,
    lane,
    licence: textOf(definition.texts, 'title'),
    office: getOffice(row.offices[lane]?.office ?? '').title,
    askedAt: line.at.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    answeredAt: answered?.at.toISOString() ?? null,
    note: typeof line.data['note'] === 'string' ? line.data['note'] : '',
    items: ((line.data['items'] ?? []) as Omit<QuestionItem, 'title'>[]).map((item) => ({ ...item, title: itemTitle(item, definition) })),
    isOpen: newest !== undefined && lanesOf(newest.state.value)[lane] === 'asked',
  };
}

function itemTitle({ kind, target }: Omit<QuestionItem, 'title'>, definition: LicenceDefinition): QuestionItem['title'] {
  return kind === 'document' ? textOf(definition.texts, `documents.${target}`) : fieldTitle(definition.form, definition.texts, target);
}

function laneOf({ type }: HistoryLine): string {
  return type.slice(0, type.lastIndexOf('.'));
}
