import { clientOf } from '@anuyat/database';
import { getOffice } from '@anuyat/dictionary/reference';
import { textOf, type Text } from '@anuyat/licence-kit';
import type { EffectProcessor, OutboxRow } from '@anuyat/outbox';
import { fieldTitle, lockCaseOf, type DefinitionLibrary, type Registrar } from '@anuyat/registrar';
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { isChecking, readLanes, type StandingLane } from './lanes-of-case';

interface DefectItem {
  kind: 'fact' | 'document';
  target: string;
  message: string;
}

/** What one lane found, as its officer wrote it. */
interface Finding {
  note?: string;
  items: DefectItem[];
  ground?: string;
  reason?: string;
}

/** One lane's part of a notice, as it is kept and shown. */
export interface NoticePart {
  applicationId: string;
  lane: string;
  licence: Text;
  office: Text;
  note: string;
  items: (DefectItem & { title: Text })[];
  answerBy: string;
}

const actor = { kind: 'portal', job: 'defect-clerk' } as const;

/**
 * Tells an applicant once, for all offices of a case, what has to be corrected (Licensing Facilitation Act B.E. 2558 s.8): as soon as every
 * lane is done with its first look, or the shared time is over. The case is locked with all its applications meanwhile, so that two
 * lanes that finish together, or a clock that rings as they do, make one notice; whoever comes second finds nothing left to tell.
 */
export class DefectClerk implements EffectProcessor {
  readonly effects = ['gatherDefects'] as const;

  constructor(
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
  ) {}

  async perform(tx: EntityManager, row: OutboxRow): Promise<void> {
    const client = await clientOf(tx);
    await lockCaseOf(client, row.applicationId);
    const lanes = await readLanes(client, this.library, row.caseId);
    for (const lane of lanes.filter(({ state }) => state === 'consented')) await this.send(client, row.caseId, [lane], 'demanded');
    const checking = lanes.filter(isChecking);
    const found = lanes.filter(({ state }) => state === 'found');
    if (found.length === 0 || checking.some(({ isInWindow }) => isInWindow)) return;
    for (const { applicationId, lane } of checking) await this.registrar.receiveWithin(client, { applicationId, type: `${lane}.windowEnded`, actor });
    await this.send(client, row.caseId, found, 'asked');
  }

  private async send(client: PoolClient, caseId: string, lanes: StandingLane[], found: 'asked' | 'demanded'): Promise<void> {
    const id = uuidv7();
    const isSecond = found === 'demanded';
    const { number, position } = await nextNumber(client, caseId);
    const parts: NoticePart[] = [];
    let finding: Finding | undefined;
    for (const [at, standing] of lanes.entries()) {
      const { applicationId, lane } = standing;
      finding = await findingOf(client, applicationId, `${lane}.${found}`);
      const { note, items, ground, reason } = finding;
      const data = { noticeId: id, notice: number, part: at + 1, parts: lanes.length, ...(note ? { note } : {}), items, ...(isSecond ? { ground, reason } : {}) };
      await this.registrar.receiveWithin(client, { applicationId, type: `${lane}.${isSecond ? 'toldAgain' : 'told'}`, data, actor });
      parts.push(partOf(standing, finding, await answerBy(client, applicationId, lane)));
    }
    await client.query(
      `INSERT INTO defect_notice (id, case_id, number, position, is_second, parts, ground, reason, sent_at, answer_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9)`,
      [
        id, caseId, number, position, isSecond, JSON.stringify(parts), isSecond ? finding?.ground : null, isSecond ? finding?.reason : null,
        parts.map((part) => part.answerBy).sort().at(-1),
      ],
    );
  }
}

/** Notices of a case are numbered in their order; the case is locked. */
async function nextNumber(client: PoolClient, caseId: string): Promise<{ number: string; position: number }> {
  const { rows } = await client.query<{ number: string | null; position: number }>(
    `SELECT c.number, (SELECT count(*)::int + 1 FROM defect_notice n WHERE n.case_id = c.id) AS position FROM case_file c WHERE c.id = $1`,
    [caseId],
  );
  const [row] = rows;
  if (!row) throw new Error(`There is no case ${caseId}.`);
  return { number: `${row.number ?? caseId}-N${row.position}`, position: row.position };
}

async function findingOf(client: PoolClient, applicationId: string, type: string): Promise<Finding> {
  const { rows } = await client.query<{ data: Finding }>(`SELECT data FROM history WHERE application_id = $1 AND type = $2 ORDER BY revision DESC LIMIT 1`, [applicationId, type]);
  const [row] = rows;
  if (!row) throw new Error(`Nothing was found by "${type}" in ${applicationId}.`);
  return row.data;
}

async function answerBy(client: PoolClient, applicationId: string, lane: string): Promise<string> {
  const { rows } = await client.query<{ due_at: Date }>(`SELECT due_at FROM timer WHERE application_id = $1 AND name = $2`, [applicationId, `${lane}.answer`]);
  const [row] = rows;
  if (!row) throw new Error(`No time to answer was set for "${lane}" of ${applicationId}.`);
  return row.due_at.toISOString();
}

function partOf({ applicationId, lane, office, definition }: StandingLane, { note, items }: Finding, due: string): NoticePart {
  const { form, texts } = definition;
  return {
    applicationId, lane,
    licence: textOf(texts, 'title'),
    office: getOffice(office?.office ?? '').title,
    note: note ?? '',
    items: items.map((item) => ({ ...item, title: item.kind === 'document' ? textOf(texts, `documents.${item.target}`) : fieldTitle(form, texts, item.target) })),
    answerBy: due,
  };
}
