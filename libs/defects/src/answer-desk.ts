import { Refusal, type FieldProblem, type PersonActor } from '@anuyat/contract';
import { clientOf } from '@anuyat/database';
import { awaitsAnswer } from '@anuyat/licence-kit';
import { askedBy, keyHolder, lockCaseOf, type DefinitionLibrary, type Received, type Registrar } from '@anuyat/registrar';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import { readLanes, type StandingLane } from './lanes-of-case';

/** All answers to what the offices of a case asked. */
export interface CaseAnswer {
  /** Facts by path. */
  changes: Record<string, unknown>;
  note?: string;
}

interface Asked {
  kind: 'fact' | 'document';
  target: string;
}

/** Takes an applicant's answers to all offices of a case in one go: each lane is given its own, and all are taken or none. */
export class AnswerDesk {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly registrar: Registrar,
  ) {}

  /** @throws Refusal `not-found`; `event-not-accepted` when nobody waits for an answer; `answers-invalid` with every wrong or missing field. */
  async answer(actor: PersonActor, caseId: string, { changes, note }: CaseAnswer, key: string): Promise<Received[]> {
    const received = await this.source.transaction(async (tx) => {
      const client = await clientOf(tx);
      const applicationId = await getOwnApplication(client, actor, caseId);
      await lockCaseOf(client, applicationId);
      return this.answerLanes(client, actor, caseId, { changes, ...(note ? { note } : {}) }, key);
    });
    this.registrar.wakeCourier();
    return received;
  }

  private async answerLanes(client: PoolClient, actor: PersonActor, caseId: string, { changes, note }: CaseAnswer, key: string): Promise<Received[]> {
    const waiting = (await readLanes(client, this.library, caseId)).filter(({ state }) => awaitsAnswer(state));
    if (waiting.length === 0) {
      const before = await keptReplies(client, actor, key);
      if (before.length > 0) return before;
      throw new Refusal('event-not-accepted', { accepts: [] });
    }
    const asked = await Promise.all(waiting.map((lane) => readAsked(client, lane)));
    const stray = Object.keys(changes).filter((path) => !asked.flat().some((item) => isAnswerTo(item, path)));
    if (stray.length > 0) throw new Refusal('answers-invalid', { fields: stray.map(strayProblem) });
    const received: Received[] = [];
    const problems: FieldProblem[] = [];
    for (const [at, { applicationId, lane }] of waiting.entries()) {
      const own = asked[at] ?? [];
      const data = {
        changes: Object.fromEntries(Object.entries(changes).filter(([path]) => own.some((item) => isAnswerTo(item, path)))),
        documents: own.flatMap(({ kind, target }) => (kind === 'document' ? [target] : [])),
        ...(note ? { note } : {}),
      };
      if (!(await stillWaits(client, this.library, caseId, applicationId, lane))) continue;
      try {
        received.push(await this.registrar.receiveWithin(client, { applicationId, type: `${lane}.answered`, data, actor, key: `${key}:${applicationId}:${lane}` }));
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'answers-invalid') throw error;
        problems.push(...(error.details.fields ?? []));
      }
    }
    if (problems.length > 0) throw new Refusal('answers-invalid', { fields: problems.filter(({ path }, at) => problems.findIndex((problem) => problem.path === path) === at) });
    return received;
  }
}

/** What was said when the same answers came before, under the same key. */
async function keptReplies(client: PoolClient, actor: PersonActor, key: string): Promise<Received[]> {
  const { rows } = await client.query<{ reply: Received }>(`SELECT reply FROM idempotency_key WHERE actor = $1 AND starts_with(key, $2) ORDER BY key`, [keyHolder(actor), `${key}:`]);
  return rows.map(({ reply }) => reply);
}

/** The answer to one office may have spared another. */
async function stillWaits(client: PoolClient, library: DefinitionLibrary, caseId: string, applicationId: string, lane: string): Promise<boolean> {
  const lanes = await readLanes(client, library, caseId);
  return lanes.some((each) => each.applicationId === applicationId && each.lane === lane && awaitsAnswer(each.state));
}

async function getOwnApplication(client: PoolClient, { accountId }: PersonActor, caseId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(`SELECT id FROM application WHERE case_id = $1 AND account_id = $2 ORDER BY id LIMIT 1`, [caseId, accountId]);
  if (!rows[0]) throw new Refusal('not-found');
  return rows[0].id;
}

async function readAsked(client: PoolClient, { applicationId, lane, definition }: StandingLane): Promise<Asked[]> {
  const { rows } = await client.query<{ items: Asked[] }>(
    `SELECT data -> 'items' AS items FROM history WHERE application_id = $1 AND type = ANY($2) ORDER BY revision DESC LIMIT 1`,
    [applicationId, askedBy(definition, lane)],
  );
  return rows[0]?.items ?? [];
}

function isAnswerTo({ kind, target }: Asked, path: string): boolean {
  return kind === 'fact' && (path === target || path.startsWith(`${target}.`));
}

function strayProblem(path: string): FieldProblem {
  return { path, code: 'not-asked', message: { th: 'ไม่มีหน่วยงานใดขอให้แก้ไขข้อมูลนี้', en: 'No office asked for this to be changed.' } };
}
