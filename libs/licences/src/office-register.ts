import { Refusal, type LicencePage, type LicenceStanding, type PersonActor } from '@anuyat/contract';
import type { DefinitionLibrary } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { LICENCE_COLUMNS, LICENCE_WITH_LIFE, LicenceRegister, type LicenceRow } from './licences';

/** What a register's reader may narrow it by. */
export interface RegisterFilter {
  status?: LicenceStanding;
  licence?: string;
  q?: string;
  /** The last number of the page before. */
  after?: string;
  limit?: number;
}

const PAGE = 25;
const MOST = 100;

const WHOSE = { office: `l.office = ANY($1)`, territory: `(a.estate = ANY($1) OR a.zone = ANY($1))` } as const;

const COUNTED = `SELECT coalesce(a.status, l.status) AS status, count(*)::int AS total FROM licence l LEFT JOIN application a ON a.life_of = l.number`;
const COUNTS = { office: `${COUNTED} WHERE ${WHOSE.office} GROUP BY 1`, territory: `${COUNTED} WHERE ${WHOSE.territory} GROUP BY 1` } as const;

/** The licences of an office for its officers, and of estates and zones for those who watch over them. Nobody else's show. */
export class OfficeRegister {
  private readonly register: LicenceRegister;

  constructor(
    private readonly source: DataSource,
    library: DefinitionLibrary,
  ) {
    this.register = new LicenceRegister(source, library);
  }

  /** @throws Refusal `not-allowed` for somebody without an office. */
  async ofOffices({ offices }: PersonActor, filter: RegisterFilter): Promise<LicencePage> {
    if (offices.length === 0) throw new Refusal('not-allowed');
    return this.page('office', offices.map(({ code }) => code), filter);
  }

  /** @param territories estates and zones, each by its code. */
  async ofTerritories(territories: readonly string[], filter: RegisterFilter): Promise<LicencePage> {
    const page = await this.page('territory', [...territories], filter);
    return { ...page, items: page.items.map((licence) => ({ ...licence, holder: licence.businessName?.th ?? '' })) };
  }

  private async page(whose: keyof typeof WHOSE, codes: string[], filter: RegisterFilter): Promise<LicencePage> {
    const size = Math.min(filter.limit ?? PAGE, MOST);
    const { text, values } = registerPage(whose, codes, filter, size + 1);
    const rows: LicenceRow[] = await this.source.query(text, values);
    const counts: { status: LicenceStanding; total: number }[] = await this.source.query(COUNTS[whose], [codes]);
    return {
      items: rows.slice(0, size).map((row) => this.register.viewOf(row)),
      counts: Object.fromEntries(counts.map(({ status, total }) => [status, total])),
      next: rows.length > size ? (rows[size - 1]?.number ?? null) : null,
    };
  }
}

/** One page of the register as a statement, by number. */
function registerPage(whose: keyof typeof WHOSE, codes: string[], { status, licence, q, after }: RegisterFilter, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [codes, limit];
  const given = (value: unknown): string => `$${values.push(value)}`;
  const wanted = [
    WHOSE[whose],
    ...(status ? [`coalesce(a.status, l.status) = ${given(status)}`] : []),
    ...(licence ? [`l.code = ${given(licence)}`] : []),
    ...(q ? [contains(given(`%${q.replace(/[\\%_]/g, '\\$&')}%`))] : []),
    ...(after ? [`l.number > ${given(after)}`] : []),
  ].join(' AND ');
  return { text: `SELECT ${LICENCE_COLUMNS} FROM ${LICENCE_WITH_LIFE} WHERE ${wanted} ORDER BY l.number LIMIT $2`, values };
}

function contains(pattern: string): string {
  return `(l.number ILIKE ${pattern} OR l.holder ILIKE ${pattern} OR l.business_name ILIKE ${pattern})`;
}
