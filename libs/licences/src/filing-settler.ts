import { Refusal } from '@anuyat/contract';
import type { Registrar } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';

/** Renewals that were filed and came to nothing, of licences that still wait for them. */
const FAILED = `
  SELECT life.id AS life_id, a.id AS application_id
    FROM application life JOIN case_file c ON c.of_licence = life.life_of AND c.filing_kind = 'renewal' JOIN application a ON a.case_id = c.id AND a.life_of IS NULL
   WHERE life.state #>> '{value,living,term}' IN ('pending', 'heldOver', 'latePending') AND a.status IN ('refused', 'returned', 'withdrawn')
     AND a.id = (SELECT last.id FROM application last JOIN case_file f ON f.id = last.case_id
                  WHERE f.of_licence = life.life_of AND f.filing_kind = 'renewal' AND last.life_of IS NULL ORDER BY last.id DESC LIMIT 1)
   LIMIT 100`;

/** Tells a licence that its renewal came to nothing. Looks again and again, so that nothing is lost whatever way the renewal ended. */
export class FilingSettler {
  constructor(
    private readonly source: DataSource,
    private readonly registrar: Pick<Registrar, 'receive'>,
  ) {}

  /** @returns how many licences were told. */
  async settle(): Promise<number> {
    const failed: { life_id: string; application_id: string }[] = await this.source.query(FAILED);
    let told = 0;
    for (const { life_id, application_id } of failed) told += await this.tell(life_id, application_id);
    return told;
  }

  private async tell(applicationId: string, filing: string): Promise<number> {
    try {
      await this.registrar.receive({ applicationId, type: 'renewal.failed', data: { filing }, actor: { kind: 'portal', job: 'settler' }, key: `renewal-failed:${filing}` });
      return 1;
    } catch (error) {
      if (error instanceof Refusal) return 0;
      throw error;
    }
  }
}
