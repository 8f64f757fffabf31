import type { Enrolment, Subject } from './enrolment';
import type { KeyCabinet } from './key-cabinet';
import { isInForce, type KeyUse, type SealingKey } from './sealing-key';

const DAY_MS = 86_400_000;

/** A certificate with less than this left is followed by a new key. */
const RENEW_BEFORE_MS = 30 * DAY_MS;

/** The signing keys that this installation holds. With an authority it makes what is missing, and follows what runs out by a new key. */
export class KeyRing {
  private keys: SealingKey[] = [];
  private readonly wanted: Set<string>;
  /** Whether somebody has asked for keys since the last refresh. */
  isShort = false;

  /** @param subjects whom a sealer's certificate is for. @param always those that have keys from the first start on. */
  constructor(
    private readonly cabinet: KeyCabinet,
    private readonly enrolment: Enrolment | undefined,
    private readonly subjects: (agency: string) => Subject | undefined,
    always: readonly string[],
  ) {
    this.wanted = new Set(always);
  }

  /** The next refresh makes keys for this one too; municipalities get theirs with their first paper. */
  want(agency: string): void {
    if (this.wanted.has(agency)) return;
    this.wanted.add(agency);
    this.isShort = this.enrolment !== undefined;
  }

  /** Reads the cabinet, and makes the keys that are missing or run out. @throws what the authority says; the keys there are stay usable. */
  async refresh(now = new Date()): Promise<readonly SealingKey[]> {
    this.isShort = false;
    this.keys = await this.cabinet.open();
    for (const agency of new Set([...this.wanted, ...this.keys.map((key) => key.agency)])) {
      const subject = this.subjects(agency);
      if (!subject) continue;
      const paper = this.find(agency, 'paper', now);
      if (this.enrolment && (!paper || runsOut(paper, now))) await this.certify(agency, subject, this.enrolment);
      if (this.find(agency, 'paper', now) && !this.find(agency, 'code', now)) await this.makeCodeKey(agency);
    }
    return this.keys;
  }

  /** New keys for an agency, at once; what its old ones signed stays good. @throws when there is no authority to certify them. */
  async rotate(agency: string): Promise<readonly SealingKey[]> {
    const subject = this.subjects(agency);
    if (!subject) throw new Error(`Nobody who seals is called “${agency}”.`);
    if (!this.enrolment) throw new Error(`The keys of ${agency} are not made here: put the new key and its certificates into SEAL_DIR.`);
    await this.certify(agency, subject, this.enrolment);
    await this.makeCodeKey(agency);
    return this.keys;
  }

  /** The newest key in force. */
  find(agency: string, use: KeyUse, now = new Date()): SealingKey | undefined {
    return this.keys.findLast((key) => key.agency === agency && key.use === use && (use === 'code' || key.chain.length > 0) && isInForce(key, now));
  }

  private async certify(agency: string, subject: Subject, enrolment: Enrolment): Promise<void> {
    this.keys.push(await this.cabinet.make(agency, 'paper', (key) => enrolment.enrol(key, subject)));
  }

  private async makeCodeKey(agency: string): Promise<void> {
    this.keys.push(await this.cabinet.make(agency, 'code'));
  }
}

function runsOut({ chain }: SealingKey, now: Date): boolean {
  const end = Math.min(...chain.map(({ validToDate }) => validToDate.getTime()));
  return end - now.getTime() < RENEW_BEFORE_MS;
}
