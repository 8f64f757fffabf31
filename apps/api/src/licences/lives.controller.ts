import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { Refusal, type LicenceLifeView, type LicencePage, type PersonActor } from '@anuyat/contract';
import { Configuration } from '@anuyat/database';
import { OrderReader } from '@anuyat/decisions';
import { estates, zones } from '@anuyat/dictionary/reference';
import { readBills } from '@anuyat/fees';
import { AccessLog } from '@anuyat/identity';
import { readsAs, sightOf } from '@anuyat/access';
import { Allow, CurrentActor } from '@anuyat/http';
import { LicenceRegister, matterOf, OfficeRegister, readLicenceLife, type LicenceRow } from '@anuyat/licences';
import type { Reading } from '@anuyat/registrar';
import { sandboxBank } from '../money/sandbox-bank';
import { reading } from '../platform/tokens';
import { RegisterQueryDto } from './register-query.dto';

/** The lives of issued licences: for their holders, the offices that keep them, and those who watch over an estate or a zone. */
@Controller('api/licences')
export class LivesController {
  constructor(
    @Inject(reading) private readonly reading: Reading,
    private readonly licences: LicenceRegister,
    private readonly register: OfficeRegister,
    private readonly configuration: Configuration,
    private readonly log: AccessLog,
  ) {}

  @Get('of-office')
  @Allow('officer')
  ofOffice(@CurrentActor() actor: PersonActor, @Query() filter: RegisterQueryDto): Promise<LicencePage> {
    return this.register.ofOffices(actor, filter);
  }

  @Get('of-territory')
  @Allow('monitor')
  ofTerritory(@CurrentActor() actor: PersonActor, @Query() filter: RegisterQueryDto): Promise<LicencePage> {
    return this.register.ofTerritories(territoriesOf(actor), filter);
  }

  @Get(':number')
  @Allow('signed-in')
  async get(@Param('number') number: string, @CurrentActor() actor: PersonActor): Promise<LicenceLifeView> {
    const row = await this.licences.find(number);
    if (!row) throw new Refusal('not-found');
    const matter = { ...matterOf(row), territories: await this.territoriesIn(row) };
    const standing = readsAs(actor, 'licence-life', matter);
    if (!standing) throw new Refusal('not-found');
    await this.log.note(actor, { what: 'licence', id: row.number, as: standing });
    const isImpersonal = sightOf(standing, 'personal') !== 'clear';
    const view = await readLicenceLife(this.reading, row, { actor, isImpersonal });
    if (isImpersonal) return { ...view, licence: { ...view.licence, holder: view.licence.businessName?.th ?? '' } };
    return this.withBills(await this.withOrder(view, row), row, readsAs(actor, 'licence-bill', matter) !== undefined);
  }

  private async withOrder(view: LicenceLifeView, { life_id }: LicenceRow): Promise<LicenceLifeView> {
    if (!view.order || life_id === null) return view;
    const written = await new OrderReader(this.reading).findOf(life_id, [view.order.kind === 'revoked' ? 'revocation' : 'suspension']);
    return { ...view, order: { ...view.order, written: written ?? null } };
  }

  /** The renewal's bill is its holder's to pay; what is owed of the yearly fee, the office sees too. */
  private async withBills(view: LicenceLifeView, { life_id }: LicenceRow, isHolder: boolean): Promise<LicenceLifeView> {
    const sandbox = isHolder ? sandboxBank(this.configuration) : undefined;
    const bills = life_id === null ? [] : await readBills(this.reading.source, this.reading.library, { applicationId: life_id }, sandbox);
    const bill = isHolder ? bills.find(({ kind, status }) => kind === 'fee' && status === 'due') : undefined;
    const years = bills.filter(({ kind, status }) => kind === 'annual' && status !== 'cancelled').toSorted((a, b) => (b.yearFrom ?? '').localeCompare(a.yearFrom ?? ''));
    return { ...view, renewal: { ...view.renewal, bill: bill ?? null }, annual: view.annual ? { ...view.annual, bills: years } : null };
  }

  private async territoriesIn({ life_id }: LicenceRow): Promise<(string | null)[]> {
    const [place]: { estate: string | null; zone: string | null }[] = await this.reading.source.query(`SELECT estate, zone FROM application WHERE id = $1`, [life_id]);
    return place ? [place.estate, place.zone] : [];
  }
}

function territoriesOf({ territories }: PersonActor): string[] {
  return territories.includes('*') ? [...estates, ...zones].map(({ code }) => code) : territories;
}
