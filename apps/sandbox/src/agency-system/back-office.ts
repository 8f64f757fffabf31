import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnSystemView, Problem, TaskPage, TaskSummary, TaskView } from '@anuyat/contract';
import { thumbprintOf, type MachineKey } from '@anuyat/http/machine-key';
import { tellLies, type Lie } from './lies';
import { nextStep, type Step } from './next-step';
import { PortalLine } from './portal-line';

/** How the back office behaves: `lies` besides working not at all. */
export const moods = ['off', 'by-hand', 'by-rule', 'slow', 'dead', 'error', 'half', 'lies'] as const;
export type Mood = (typeof moods)[number];

interface Kept {
  privateKey: JsonWebKey;
  /** Of the portal's messages; shown when the system was registered. */
  secret: string;
  mood: Mood;
}

/** Something that happened, newest first. */
export interface Line {
  at: Date;
  text: string;
}

const MOST_LINES = 40;
const ROUND_MS = 3_000;
const file = 'agency-system.json';


/** One agency's back office over the real protocol: asks for its offices' tasks, decides them, and is told by the portal that there is something to do. */
export class BackOffice {
  readonly lines: Line[] = [];
  private readonly line: PortalLine;
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> | undefined;

  private constructor(
    private readonly dataDir: string,
    portalUrl: string,
    private kept: Kept,
  ) {
    this.line = new PortalLine(portalUrl, { keyId: this.keyId, key: kept.privateKey });
  }

  /** With the key that was made the first time; off until somebody switches it on. */
  static async open(dataDir: string, portalUrl: string): Promise<BackOffice> {
    const stored = await readFile(join(dataDir, 'sandbox', file), 'utf8').then((text) => JSON.parse(text) as Kept, () => undefined);
    const office = new BackOffice(dataDir, portalUrl, stored ?? { privateKey: generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' }), secret: '', mood: 'off' });
    await office.set({});
    return office;
  }

  /** What is registered with the portal. */
  get publicKey(): MachineKey {
    const { d: _, ...key } = this.kept.privateKey as JsonWebKey & { d: string };
    return key as unknown as MachineKey;
  }

  get keyId(): string {
    return thumbprintOf(this.publicKey);
  }

  get mood(): Mood {
    return this.kept.mood;
  }

  get secret(): string {
    return this.kept.secret;
  }

  async set(change: Partial<Pick<Kept, 'mood' | 'secret'>>): Promise<void> {
    this.kept = { ...this.kept, ...change };
    const path = join(this.dataDir, 'sandbox', file);
    await mkdir(join(this.dataDir, 'sandbox'), { recursive: true });
    await writeFile(`${path}.new`, JSON.stringify(this.kept), { mode: 0o600 });
    await rename(`${path}.new`, path);
    this.begin();
  }

  /** Something is to do: the next round comes now. */
  wake(): void {
    if (this.mood === 'by-rule') void this.work();
  }

  /** One round of the simple rule, or of lies; never two at once. */
  work(): Promise<void> {
    this.round ??= this.doRound().catch((error: unknown) => this.tell(`The portal could not be asked: ${String(error)}`)).finally(() => (this.round = undefined));
    return this.round;
  }

  /** Tasks that wait, for the page. */
  async tasks(): Promise<TaskSummary[]> {
    const found: TaskSummary[] = [];
    let next: string | null = '';
    while (next !== null && found.length < 200) {
      const { status, body }: { status: number; body: TaskPage & Problem } = await this.line.get<TaskPage & Problem>(`/api/tasks?limit=100${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      if (status !== 200) throw new Error(`${status} ${body.code}`);
      found.push(...body.items);
      next = body.next;
    }
    return found;
  }

  /** Takes the next step with one task. @returns what was done. */
  async step(taskId: string): Promise<string> {
    const own = (await this.line.get<OwnSystemView>('/api/system')).body;
    const { status, body: task } = await this.line.get<TaskView>(`/api/tasks/${taskId}`);
    const step = status === 200 ? nextStep(task, own) : undefined;
    return step ? this.take(task, step) : 'nothing';
  }

  /** Lies about the first task that waits. */
  async lies(): Promise<Lie[]> {
    const [task] = await this.tasks();
    return task ? this.lie(task.id) : [];
  }

  async lie(taskId: string): Promise<Lie[]> {
    const { status, body: task } = await this.line.get<TaskView>(`/api/tasks/${taskId}`);
    return status === 200 ? tellLies(this.line, task) : [];
  }

  tell(text: string): void {
    this.lines.unshift({ at: new Date(), text });
    this.lines.length = Math.min(this.lines.length, MOST_LINES);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.round;
  }

  /** Whoever proposed cannot confirm: the next of the office's officers does. */
  private async take({ id, number, application }: TaskView, { type, data, officers }: Step): Promise<string> {
    const path = `/api/applications/${application.id}/events`;
    for (const officer of officers.length > 0 ? officers : [undefined]) {
      const key = `${id}:${type}:${application.revision}:${officer?.accountId.slice(0, 8) ?? 'system'}`;
      const { status, body } = await this.line.post<Problem>(path, { type, data, revision: application.revision, ...(officer ? { officer } : {}) }, key);
      const said = status === 200 ? 'done' : body.code;
      this.tell(`${number} ${type}: ${said}`);
      if (said !== 'same-officer' && said !== 'own-matter' && said !== 'conflict-declared') return said === 'done' ? type : said;
    }
    return 'nothing';
  }

  private begin(): void {
    clearInterval(this.timer);
    if (this.mood === 'by-rule' || this.mood === 'lies') this.timer = setInterval(() => void this.work(), ROUND_MS).unref();
  }

  private async doRound(): Promise<void> {
    for (const { id, number } of await this.tasks()) {
      if (this.mood === 'by-rule') await this.step(id);
      else if (this.mood === 'lies') for (const { what, status, code } of await this.lie(id)) this.tell(`${number}, ${what}: ${status} ${code}`);
    }
  }
}
