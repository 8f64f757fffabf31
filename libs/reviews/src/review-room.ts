import { seenTopics, seenValue } from '@anuyat/access';
import type { InspectionView, PersonActor, TaskView } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { actOf, ANSWER_PAPER, pickFacts, textOf, visibleSchema, wordFor, type CaseAnswers, type LaneDefinition, type LicenceDefinition } from '@anuyat/licence-kit';
import { applicationsOf, leaves, lineMapOf, PAPERS, questionsOf, readCorrections, readDossiers, timelineOf, titledTopics, viewOfPaper, type HistoryLine, type PaperRow, type Reading } from '@anuyat/registrar';
import { actsOf } from './acts';
import { demandOf, isOwnDemand } from './demand';
import type { Inbox } from './inbox';

interface CaseRow {
  answers: CaseAnswers;
  place: Record<string, string | null> | null;
}

/** What a supervisor says to a demand; nobody does to an own one. */
const CONSENTS: ReadonlySet<string> = new Set(['demandApproved', 'demandDeclined']);

/** A task without what other duties keep of its matter: hearings, appeals, promised dates. */
export type OwnTask = Omit<TaskView, 'hearings' | 'lateAnswers' | 'appeal' | 'promise' | 'order'>;

/** Everything that an officer needs to decide one lane, and nothing that their office may not see. */
export class ReviewRoom {
  constructor(
    private readonly reading: Reading,
    private readonly inbox: Inbox,
  ) {}

  /** @throws Refusal `not-found`. */
  async enter(officer: PersonActor, taskId: string): Promise<OwnTask> {
    const task = await this.inbox.get(officer, taskId);
    const { source, library } = this.reading;
    const dossiers = await readDossiers(source, { ids: [task.applicationId] });
    const [application] = applicationsOf(dossiers, this.reading, officer);
    if (!application) throw new Refusal('not-found');
    const definition = library.getLicence(application.code, application.version);
    const lane = definition.lanes.find(({ id }) => id === task.lane);
    if (!lane) throw new Refusal('not-found');
    const file = await this.readCase(task.caseId);
    const read = definition.kind === 'appeal' ? await this.appealed(application.id) : { definition, lane };
    const visible = visibleSchema(read.definition.form, { ...file.answers, place: file.place ?? {} });
    const readTopics = titledTopics(visible, read.definition.texts).flatMap((topic) => {
      const schema = onlyRead(topic.schema, topic.id, read.lane.reads);
      return schema ? [{ ...topic, schema }] : [];
    });
    const isOpen = task.status === 'open' || task.status === 'claimed';
    const standing = isOpen ? 'reviewing' : 'looking-back';
    const { topics, answers } = seenTopics(standing, readTopics, pickFacts(file.answers, read.lane.reads));
    return {
      ...task,
      application,
      laneDefinition: { id: lane.id, hasInspection: lane.hasInspection, reads: lane.reads, readsDocuments: lane.readsDocuments },
      answers: answers as CaseAnswers,
      topics: topics.map(({ id, title, schema }) => ({ id, title, schema })),
      documents: await this.readDocuments(task.caseId, read.lane, read.definition),
      askable: {
        facts: topics.flatMap(({ id, schema }) => leaves(schema, id)),
        documents: lane.readsDocuments.map((code) => ({ code, title: textOf(definition.texts, `documents.${code}`) })),
      },
      lanesMap: lineMapOf([application]),
      history: timelineOf(dossiers, library),
      questions: questionsOf(dossiers, library).filter((question) => question.lane === lane.id),
      corrections: (await readCorrections(source, library, task.caseId, dossiers))
        .filter(({ applicationId, lane: concerned }) => applicationId === application.id && concerned === lane.id)
        .map((correction) => (isOpen ? correction : { ...correction, changed: correction.changed.map((fact) => ({ ...fact, before: seenValue(standing, readTopics, fact.path, fact.before), after: seenValue(standing, readTopics, fact.path, fact.after) })) })),
      ...(await demandOf(source, dossiers, lane.id, application, definition)),
      inspections: inspectionsOf(dossiers.flatMap(({ history }) => history), lane.id),
      acts: actsOf(application, lane).filter(({ event }) => !CONSENTS.has(actOf(event)) || !isOwnDemand(dossiers, lane.id, officer)),
      proposal: proposalIn(dossiers.flatMap(({ history }) => history), lane.id),
    };
  }

  /** The lane whose order an appeal is against: its file is what the appeal's offices look at. */
  private async appealed(appealId: string): Promise<{ definition: LicenceDefinition; lane: LaneDefinition }> {
    const [row]: { code: string; version: number; lane: string }[] = await this.reading.source.query(
      `SELECT a.code, a.version, p.lane FROM appeal p JOIN application a ON a.id = p.against WHERE p.application_id = $1`,
      [appealId],
    );
    const definition = row && this.reading.library.getLicence(row.code, row.version);
    const lane = definition?.lanes.find(({ id }) => id === row?.lane);
    if (!definition || !lane) throw new Refusal('not-found');
    return { definition, lane };
  }

  private async readCase(caseId: string): Promise<CaseRow> {
    const [row]: CaseRow[] = await this.reading.source.query(`SELECT answers, place FROM case_file WHERE id = $1`, [caseId]);
    if (!row) throw new Refusal('not-found');
    return row;
  }

  private async readDocuments(caseId: string, lane: LaneDefinition, definition: LicenceDefinition): Promise<TaskView['documents']> {
    const rows: PaperRow[] = await this.reading.source.query(
      `${PAPERS} WHERE d.case_id = $1 AND d.removed_at IS NULL AND d.code = ANY($2) ORDER BY d.code, d.uploaded_at`,
      [caseId, [...lane.readsDocuments, ANSWER_PAPER]],
    );
    return rows.map((row) => viewOfPaper(row, row.code === ANSWER_PAPER ? wordFor('document.answer-paper') : textOf(definition.texts, `documents.${row.code}`)));
  }
}

/** The part of a topic's schema that a lane reads; undefined when it reads nothing of it. */
function onlyRead(schema: TaskView['topics'][number]['schema'], path: string, reads: string[]): TaskView['topics'][number]['schema'] | undefined {
  if (reads.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))) return schema;
  if (!schema.properties || !reads.some((prefix) => prefix.startsWith(`${path}.`))) return undefined;
  const properties = Object.fromEntries(
    Object.entries(schema.properties).flatMap(([name, child]) => {
      const kept = onlyRead(child, `${path}.${name}`, reads);
      return kept ? [[name, kept] as const] : [];
    }),
  );
  return { ...schema, properties, ...(schema.required ? { required: schema.required.filter((name) => name in properties) } : {}) };
}

/** Inspections as the history tells them: each appointment with its outcome. */
function inspectionsOf(lines: HistoryLine[], lane: string): InspectionView[] {
  const own = lines.filter(({ type }) => type.startsWith(`${lane}.inspection`));
  return own
    .filter(({ type }) => actOf(type) === 'inspectionPlanned')
    .map((planned, at, all) => {
      const next = all[at + 1]?.revision ?? Number.POSITIVE_INFINITY;
      const recorded = own.find(({ type, revision }) => actOf(type) === 'inspectionRecorded' && revision > planned.revision && revision < next);
      return {
        id: `${planned.applicationId}:${planned.revision}`,
        lane,
        plannedFor: String(planned.data['plannedFor']),
        inspector: planned.actor.name ?? { th: '', en: '' },
        ...(typeof planned.data['note'] === 'string' ? { note: planned.data['note'] } : {}),
        recordedAt: recorded?.at.toISOString() ?? null,
        result: (recorded?.data['result'] as InspectionView['result'] | undefined) ?? null,
        findings: (recorded?.data['findings'] as string | undefined) ?? null,
      };
    });
}

/** What waits for another officer's word. */
function proposalIn(lines: HistoryLine[], lane: string): OwnTask['proposal'] {
  const last = lines.findLast(({ type }) => type.startsWith(`${lane}.`) && actOf(type) !== 'conflictDeclared' && actOf(type) !== 'overdue');
  if (!last || !['approvalProposed', 'refusalProposed'].includes(actOf(last.type))) return null;
  return { event: last.type, data: last.data, by: last.actor.name ?? { th: '', en: '' }, at: last.at.toISOString() };
}
