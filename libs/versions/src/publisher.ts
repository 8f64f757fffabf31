import { Refusal, type PersonActor } from '@anuyat/contract';
import { changeOf, lifeOf, type LicenceDefinition } from '@anuyat/licence-kit';
import { actorRecord, definitionHash, type DefinitionLibrary, type PublishedBy } from '@anuyat/registrar';
import type { DataSource, EntityManager } from 'typeorm';
import { dropCandidate, findCandidate, keepCandidate, removeCandidate } from './candidate-shelf';
import { assertProved, readDefinition, toProveOf } from './examine-definition';
import type { Examiner } from './proving/examiner';
import type { Verdict } from './proving/proving';

/** What was proposed and confirmed. */
export interface Publication {
  code: string;
  version: number;
  sha256: string;
  effectiveFrom?: Date;
}

/** Every process has heard of a version by then (they look every two seconds). */
const HEARD_OF_MS = 5_000;
const LATEST_MS = 10 * 365 * 86_400_000;
const HIGHEST_VERSION = 1_000_000;

/** Brings definitions, and makes them immutable, numbered versions that new cases are filed under. */
export class Publisher {
  constructor(
    private readonly source: DataSource,
    private readonly library: DefinitionLibrary,
    private readonly examiner: Examiner,
  ) {}

  /**
   * Takes a definition as JSON. It waits until somebody publishes it.
   * @throws Refusal as {@link readDefinition}; `definition-unproved` with the stories; `definition-published` where the number is not after the newest.
   */
  async bring(actor: PersonActor, json: unknown): Promise<LicenceDefinition> {
    await this.library.refresh();
    const definition = readDefinition(json, this.library);
    this.assertNewNumber(definition);
    const [proof] = await this.prove(definition);
    await keepCandidate(this.source, definition, { origin: 'upload', by: actorRecord(actor) as unknown as PublishedBy, proof });
    return definition;
  }

  /**
   * Whether what waits could be published from that moment on, and its hash.
   * @throws Refusal `not-found`; `bad-request` for a moment that has passed, or lies before that of the version before; `definition-published`.
   */
  async assertPublishable(code: string, version: number, effectiveFrom: Date | undefined): Promise<string> {
    await this.library.refresh();
    const candidate = await findCandidate(this.source, code, version);
    if (!candidate) throw new Refusal('not-found');
    this.assertNewNumber(candidate.definition);
    this.momentOf(code, effectiveFrom);
    return candidate.sha256;
  }

  /**
   * Publishes what waits, where it is what was confirmed. It holds from the moment named, at the earliest in five seconds, when every process knows it.
   * @param settle writes in the same transaction that the proposal is decided; it refuses where it was before.
   * @throws Refusal `not-found`; `bad-request` for a moment that has passed, or lies before that of the version before;
   * `definition-published`, `definition-unproved`, and as {@link readDefinition}, for meanwhile others may have been published; `proposal-changed` where meanwhile another content waits.
   */
  async publish(by: PublishedBy, { code, version, sha256, effectiveFrom }: Publication, settle: (tx: EntityManager) => Promise<void>): Promise<void> {
    await this.library.refresh();
    const proved = await findCandidate(this.source, code, version);
    if (!proved) throw new Refusal('not-found');
    await this.prove(readDefinition(proved.definition, this.library));
    await this.library.refresh();
    await this.source.transaction(async (tx) => {
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`publish ${code}`]);
      const candidate = await findCandidate(tx, code, version);
      if (!candidate) throw new Refusal('not-found');
      if (definitionHash(candidate.definition) !== sha256) throw new Refusal('proposal-changed');
      const definition = readDefinition(candidate.definition, this.library);
      this.assertNewNumber(definition);
      const publication = { by, effectiveFrom: this.momentOf(code, effectiveFrom) };
      await settle(tx);
      await this.library.write(tx, 'licence', definition, publication);
      await this.library.write(tx, 'life', lifeOf(definition), publication);
      await this.library.write(tx, 'change', changeOf(definition), publication);
      await dropCandidate(tx, code, version);
    });
    await this.library.refresh();
  }

  /** Takes a candidate off the shelf. @throws Refusal `not-found`. */
  async withdraw(code: string, version: number): Promise<void> {
    if (!(await removeCandidate(this.source, code, version))) throw new Refusal('not-found');
  }

  /** The verdict on the definition itself comes first. @throws Refusal `definition-unproved`. */
  private async prove(definition: LicenceDefinition): Promise<[Verdict, ...Verdict[]]> {
    const verdicts = await this.examiner.examine(toProveOf(definition));
    assertProved(verdicts);
    return verdicts as [Verdict, ...Verdict[]];
  }

  private momentOf(code: string, wished: Date | undefined): Date {
    const soonest = Date.now() + HEARD_OF_MS;
    const before = this.library.versionsOf(code)[0]?.effectiveFrom.getTime() ?? 0;
    if (wished === undefined) return new Date(Math.max(soonest, before));
    const at = wished.getTime();
    if (at < Date.now() - 60_000 || at < before || at > Date.now() + LATEST_MS) throw new Refusal('bad-request', { fields: [{ path: 'effectiveFrom', code: 'wrong-moment', message: wrongMoment }] });
    return new Date(Math.max(soonest, at));
  }

  private assertNewNumber({ code, version }: LicenceDefinition): void {
    const newest = this.library.versionsOf(code)[0]?.definition.version ?? 0;
    if (version > newest && version <= HIGHEST_VERSION) return;
    throw new Refusal('definition-published', {
      fields: [{ path: 'version', code: 'taken', message: { th: `ให้เลขรุ่นเป็น ${newest + 1}`, en: `Give it the number ${newest + 1}.` } }],
    });
  }
}

const wrongMoment = {
  th: 'วันเริ่มใช้ต้องไม่ผ่านมาแล้ว ไม่ก่อนรุ่นก่อนหน้า และไม่เกินสิบปี',
  en: 'It cannot hold from a day that has passed, from before the version before it, or from later than in ten years.',
};
