import { Refusal, type MoveApplications, type MoveOutcome, type MovePlan, type PersonActor, type PlannedMove } from '@anuyat/contract';
import type { Facts, LicenceDefinition, Text } from '@anuyat/licence-kit';
import { askOver, relocate } from '@anuyat/licence-kit/versions';
import { onClient } from '@anuyat/database';
import { payeesOf, readLivedSteps, type DefinitionLibrary, type Registrar, type VersionMove } from '@anuyat/registrar';
import type { DataSource } from 'typeorm';
import { factsOfFiled, officesUnder, readRunning, type FiledCase } from './filed-case';
import { verdictOf } from './move-verdict';
import { ENDED, type KnownVersion, type VersionReader } from './version-reader';

/** Who proposed a move that another one confirms. */
export type Proposed = Pick<VersionMove, 'proposedBy' | 'proposal'>;

const MOST_PLANNED = 1_000;

/** Moves running applications to another version: first on paper, then through the door, one by one. */
export class Relocator {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly reader: Pick<VersionReader, 'get'>,
    private readonly registrar: Pick<Registrar, 'relocate'>,
  ) {}

  /** The dry run: what would become of every running application. Nothing changes. @throws Refusal `not-found`. */
  async plan(code: string, version: number): Promise<MovePlan> {
    const { definition } = await this.reader.get(code, version);
    const running = await readRunning(this.source, code, { version, ended: ENDED, limit: MOST_PLANNED + 1 });
    const looked = running.slice(0, MOST_PLANNED);
    const applications: PlannedMove[] = [];
    for (const filed of looked) applications.push(await this.planOne(filed, definition));
    const count = (verdict: PlannedMove['verdict']) => applications.filter((each) => each.verdict === verdict).length;
    return { code, to: version, counts: { safe: count('safe'), decide: count('decide'), pinned: count('pinned') }, applications, isCutShort: running.length > MOST_PLANNED };
  }

  /**
   * Whether applications may move to the version now, and its hash.
   * @throws Refusal `not-found`; `bad-request` where the version is not in force.
   */
  async assertInForce(code: string, version: number): Promise<string> {
    return (await this.getInForce(code, version)).sha256;
  }

  /**
   * Moves the named applications to a version that is in force: those that move safely, and with a note also those that need a decision.
   * Each by itself; what cannot move stays as it is and says why.
   * @param proposed stands with who confirms it in each application's history.
   * @throws Refusal `not-found`; `bad-request` where the version is not in force.
   */
  async move(actor: PersonActor, code: string, version: number, { applications, note }: MoveApplications, proposed?: Proposed): Promise<MoveOutcome[]> {
    const { definition } = await this.getInForce(code, version);
    const running = await readRunning(this.source, code, { version, ended: ENDED, ids: applications.map(({ id }) => id), limit: applications.length });
    const outcomes: MoveOutcome[] = [];
    for (const { id, revision } of applications) {
      const filed = running.find((each) => each.id === id);
      const why = filed ? await this.moveOne(actor, filed, definition, { revision, note, proposed }) : notRunning;
      outcomes.push({ applicationId: id, isMoved: why === null, why });
    }
    return outcomes;
  }

  private async getInForce(code: string, version: number): Promise<KnownVersion> {
    const known = await this.reader.get(code, version);
    if (known.state !== 'in-force') throw new Refusal('bad-request', { fields: [{ path: 'version', code: 'not-in-force', message: notInForce }] });
    return known;
  }

  /** @returns why it stayed; null where it moved. */
  private async moveOne(actor: PersonActor, filed: FiledCase, definition: LicenceDefinition, { revision, note, proposed }: { revision: number; note?: string; proposed?: Proposed }): Promise<Text | null> {
    const { verdict, reasons } = await this.planOne(filed, definition);
    if (verdict === 'pinned') return reasons[0]?.text ?? notRunning;
    if (verdict === 'decide' && !note) return needsNote;
    try {
      await this.registrar.relocate({ applicationId: filed.id, to: definition.version, actor, revision, note, proposed, offices: officesUnder(definition, filed) });
      return null;
    } catch (error) {
      if (error instanceof Refusal && error.code === 'stale-revision') return stale;
      if (error instanceof Refusal && error.code === 'event-not-accepted') return notRunning;
      throw error;
    }
  }

  private async planOne(filed: FiledCase, after: LicenceDefinition): Promise<PlannedMove> {
    const before = this.library.getLicence(after.code, filed.version);
    const charged = (definition: LicenceDefinition): Facts => ({ ...factsOfFiled(filed), rates: this.library.rates.on(definition, payeesOf(definition, filed.offices), filed.filedOn) });
    const facts = charged(before);
    const lived = await onClient(this.source, (client) => readLivedSteps(client, filed.id));
    const place = relocate(before, after, filed.state, lived, askOver(after, charged(after)));
    const offices = { before: officesUnder(before, filed), after: officesUnder(after, filed) };
    const told = verdictOf({ before, after, place, facts, offices, status: filed.status, papers: filed.papers });
    return { applicationId: filed.id, number: filed.number, from: filed.version, revision: filed.revision, ...told };
  }
}

const notInForce: Text = { th: 'ย้ายได้เฉพาะไปรุ่นที่ใช้บังคับอยู่', en: 'Applications move only to the version that is in force.' };
const notRunning: Text = { th: 'คำขอนี้สิ้นสุดแล้ว หรืออยู่ในรุ่นนี้แล้ว', en: 'It has come to its end, or is under this version already.' };
const needsNote: Text = { th: 'ต้องตัดสินใจและบันทึกเหตุผลก่อน', en: 'It needs a decision, with its reason.' };
const stale: Text = { th: 'คำขอเพิ่งเปลี่ยนแปลง โปรดตรวจอีกครั้ง', en: 'It has just changed. Look again.' };
