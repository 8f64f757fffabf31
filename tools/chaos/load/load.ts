import type { Ground } from '../stage/ground';
import type { Random } from '../random';
import { Applicant } from './applying';
import { Board } from './board';
import { Journal } from './journal';
import type { BankFaults } from './paying';
import { Person } from './person';
import { Desk, type Fate } from './reviewing';
import { loadStories } from './stories';
import { learn, type Template } from './template';
import { walk, type Round } from './walking';

/** Of a hundred cases: what becomes of them. */
const FATES: readonly [Fate, number][] = [['granted', 68], ['asked', 8], ['refused', 4], ['left-unanswered', 3], ['left-waiting', 4], ['withdrawn', 13]];

interface PlannedCase {
  applicant: number;
  story: string;
  fate: Fate;
  isFresh: boolean;
}

/** People with their cases: applicants, officers, a bank. */
export class Load {
  readonly journal = new Journal();
  readonly bankFaults: BankFaults = [];
  /** Steps that people took. */
  steps = 0;
  /** Cases that came to their end, or failed to. */
  done = 0;
  /** Cases that are left to wait, so that time passes over them. */
  readonly waiting = new Set<string>();
  readonly failures: string[] = [];
  private readonly planned: PlannedCase[];
  private readonly applicants: Applicant[];
  private readonly desk: Desk;

  constructor(
    private readonly ground: Ground,
    private readonly cases: number,
    random: Random,
  ) {
    const { people, url } = ground;
    this.applicants = people.applicants.map((pass) => new Applicant(new Person(url, pass, this.journal), this.journal));
    this.desk = new Desk(url, people, this.journal);
    this.planned = Array.from({ length: cases }, (_, at) => ({
      applicant: at % people.applicants.length,
      story: pickShare(loadStories.map(({ name, share }) => [name, share] as const), random),
      fate: pickShare(FATES, random),
      isFresh: random.next() < 0.25,
    }));
  }

  /** Runs all cases, so many at once. */
  async run(atOnce: number): Promise<void> {
    const templates = await this.learnAll();
    const board = new Board(this.ground.database.superuserUrl);
    const round: Round = { board, desk: this.desk, journal: this.journal, bankFaults: this.bankFaults, onStep: () => void (this.steps += 1) };
    const queue = [...this.planned];
    const work = async (): Promise<void> => {
      for (let planned = queue.shift(); planned; planned = queue.shift()) {
        await this.runCase(planned, templates, round).catch((error: Error) => this.failures.push(error.message));
        this.done += 1;
      }
    };
    try {
      await Promise.all(Array.from({ length: Math.min(atOnce, this.cases) }, work));
    } finally {
      await board.close();
    }
  }

  private async runCase({ applicant, story, fate, isFresh }: PlannedCase, templates: Map<string, Template>, round: Round): Promise<void> {
    const who = this.applicants[applicant];
    const template = templates.get(story);
    if (!who || !template) throw new Error(`Nobody, or nothing to apply for: ${applicant}, ${story}.`);
    const { id } = await who.apply(template, isFresh);
    this.steps += 1;
    if (fate.startsWith('left')) this.waiting.add(id);
    await walk(who, id, fate, round);
  }

  private async learnAll(): Promise<Map<string, Template>> {
    const [first] = this.applicants;
    if (!first) throw new Error('There are no applicants.');
    const templates = new Map<string, Template>();
    for (const story of loadStories) templates.set(story.name, await learn(first.person, story));
    return templates;
  }
}

function pickShare<T>(shares: readonly (readonly [T, number])[], random: Random): T {
  let at = random.next() * shares.reduce((sum, [, share]) => sum + share, 0);
  for (const [value, share] of shares) {
    at -= share;
    if (at < 0) return value;
  }
  return (shares[0] as readonly [T, number])[0];
}
