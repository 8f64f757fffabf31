import { seenTopics } from '@anuyat/access';
import type { ApplicationStatus, ApplicationView, EstateCount, MonitorOverview, MonitorPage, MonitoredApplication, MonitoredApplicationView, PersonActor, StatusCounts } from '@anuyat/contract';
import { Refusal } from '@anuyat/contract';
import { asPortal } from '@anuyat/database';
import { findProvince } from '@anuyat/dictionary';
import { estates, zones, type Territory } from '@anuyat/dictionary/reference';
import { textOf, visibleSchema, type CaseAnswers, type Text } from '@anuyat/licence-kit';
import { applicationsOf, lineMapOf, readDossiers, timelineOf, titledTopics, type Reading } from '@anuyat/registrar';
import { readSecondDemands } from './second-demands';
import { ITEM, monitorPage, OVERDUE, type MonitorFilter } from './monitor-query';

interface CountRow {
  estate: string | null;
  zone: string | null;
  code: string;
  status: ApplicationStatus;
  total: number;
  overdue: number;
}

interface Row {
  id: string;
  case_id: string;
  number: string | null;
  code: string;
  status: ApplicationStatus;
  business_name: string | null;
  estate: string | null;
  zone: string | null;
  submitted_at: Date;
  due_at: Date | null;
}

const IN_TERRITORY = `(a.estate = ANY($1) OR a.zone = ANY($1))`;

const BY_GROUP = `FROM application a WHERE a.life_of IS NULL AND ${IN_TERRITORY}`;
const COUNTS = `SELECT a.estate, a.zone, a.code, a.status, count(*)::int AS total ${BY_GROUP} GROUP BY a.estate, a.zone, a.code, a.status`;
const LATE = `SELECT a.estate, a.zone, a.code, a.status, count(*) FILTER (WHERE ${OVERDUE})::int AS overdue ${BY_GROUP} GROUP BY a.estate, a.zone, a.code, a.status`;

const ONE = `${ITEM} WHERE a.id = $2 AND a.life_of IS NULL AND ${IN_TERRITORY}`;

const PAGE = 25;
const MAX_PAGE = 100;

/** What the EEC's staff see: every application in their estates and zones, readable and not changeable, without personal facts. */
export class Watchtower {
  constructor(private readonly reading: Reading) {}

  async overview(monitor: PersonActor): Promise<MonitorOverview> {
    const territories = territoriesOf(monitor);
    const codes = territories.map(({ code }) => code);
    const rows = await this.counts(codes);
    return {
      estates: territories.map((territory): EstateCount => ({
        code: territory.code,
        kind: territory.kind,
        title: territory.title,
        province: findProvince(territory.province)?.title ?? { th: '', en: '' },
        position: territory.position,
        counts: countsOf(rows.filter(({ estate, zone }) => estate === territory.code || zone === territory.code)),
      })),
      licences: [...new Set(rows.map(({ code }) => code))].sort().map((code) => ({ code, title: this.titleOf(code), counts: countsOf(rows.filter((row) => row.code === code)) })),
      totals: countsOf(rows),
      secondDemands: await readSecondDemands(this.reading.source, codes, (code) => this.titleOf(code)),
      asOf: new Date().toISOString(),
    };
  }

  /**
   * What may be seen is counted under row security; how many of it are late, the portal counts beside it: under row security each of the clocks asks for its application again.
   * A group that may not be seen is not told, however many of it are late.
   */
  private async counts(codes: string[]): Promise<CountRow[]> {
    const { source } = this.reading;
    const [seen, late] = await Promise.all([
      source.query<Omit<CountRow, 'overdue'>[]>(COUNTS, [codes]),
      asPortal(() => source.query<Omit<CountRow, 'total'>[]>(LATE, [codes])),
    ]);
    const overdue = new Map(late.map((row) => [groupOf(row), row.overdue]));
    return seen.map((row) => ({ ...row, overdue: overdue.get(groupOf(row)) ?? 0 }));
  }

  async list(monitor: PersonActor, filter: MonitorFilter): Promise<MonitorPage> {
    const territories = territoriesOf(monitor);
    const limit = Math.min(filter.limit ?? PAGE, MAX_PAGE);
    const { text, values } = monitorPage(territories.map(({ code }) => code), filter, limit + 1);
    const rows: Row[] = await this.reading.source.query(text, values);
    const shown = rows.slice(0, limit);
    return { items: shown.map((row) => this.itemOf(row, territories)), next: rows.length > limit ? shown.at(-1)?.id ?? null : null };
  }

  /** @throws Refusal `not-found`, for another territory's application as for none. */
  async get(monitor: PersonActor, id: string): Promise<Omit<MonitoredApplicationView, 'promise'>> {
    const territories = territoriesOf(monitor);
    const [row]: Row[] = await this.reading.source.query(ONE, [territories.map(({ code }) => code), id]);
    const dossiers = row ? await readDossiers(this.reading.source, { ids: [id] }) : [];
    const [application] = applicationsOf(dossiers, this.reading, null);
    if (!row || !application) throw new Refusal('not-found');
    return {
      ...this.itemOf(row, territories),
      application: { ...application, lanes: application.lanes.map(({ note: _, ...lane }) => lane) },
      lanesMap: lineMapOf([application]),
      ...(await this.factsOf(application)),
      history: timelineOf(dossiers, this.reading.library, { isImpersonal: true }),
    };
  }

  /** What was answered about the business, as far as the policy lets those who watch see it. */
  private async factsOf({ caseId, code, version }: ApplicationView): Promise<Pick<MonitoredApplicationView, 'topics' | 'answers'>> {
    const { form, texts } = this.reading.library.getLicence(code, version);
    const [file]: { answers: CaseAnswers; place: Record<string, string | null> | null }[] = await this.reading.source.query(`SELECT answers, place FROM case_file WHERE id = $1`, [caseId]);
    const visible = visibleSchema(form, { ...file?.answers, place: file?.place ?? {} });
    const { topics, answers } = seenTopics('watching', titledTopics(visible, texts), file?.answers ?? {});
    return { topics: topics.map(({ id, title, schema }) => ({ id, title, schema })), answers: answers as CaseAnswers };
  }

  private itemOf(row: Row, territories: Territory[]): MonitoredApplication {
    const territory = territories.find(({ code }) => code === row.estate) ?? territories.find(({ code }) => code === row.zone);
    return {
      id: row.id,
      caseId: row.case_id,
      number: row.number,
      licence: { code: row.code, title: this.titleOf(row.code) },
      businessName: row.business_name ?? '',
      territory: { code: territory?.code ?? '', title: territory?.title ?? { th: '', en: '' } },
      status: row.status,
      dueAt: row.due_at?.toISOString() ?? null,
      isOverdue: row.due_at !== null && row.due_at < new Date(),
      submittedAt: row.submitted_at.toISOString(),
    };
  }

  private titleOf(code: string): Text {
    const found = this.reading.library.findNewestLicence(code);
    return found ? textOf(found.definition.texts, 'title') : { th: code, en: code };
  }
}

function groupOf({ estate, zone, code, status }: Pick<CountRow, 'estate' | 'zone' | 'code' | 'status'>): string {
  return JSON.stringify([estate, zone, code, status]);
}

function territoriesOf({ territories }: PersonActor): Territory[] {
  const all = [...estates, ...zones];
  return territories.includes('*') ? all : all.filter(({ code }) => territories.includes(code));
}

function countsOf(rows: CountRow[]): StatusCounts {
  const byStatus: StatusCounts['byStatus'] = {};
  for (const { status, total } of rows) byStatus[status] = (byStatus[status] ?? 0) + total;
  return { byStatus, total: rows.reduce((sum, { total }) => sum + total, 0), overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0) };
}
