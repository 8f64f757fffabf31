import { draftCase, submitDraft } from './scenario/applying';
import { Officers, type Wish } from './scenario/deciding';
import { cafe, factory, restaurant, type Story } from './scenario/stories';
import { Visitor } from './scenario/visitor';
import { verifyLicences, walkCase } from './scenario/walking';

const portal = (process.env['PORTAL_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4200}`).replace(/\/$/, '');
const stories: Record<string, { story: Story; wish: Wish }> = {
  restaurant: { story: restaurant, wish: { asks: ['sanitation'] } },
  cafe: { story: cafe, wish: {} },
  factory: { story: factory, wish: { asks: ['estate'] } },
};

/** `npm run scenario -- restaurant`: drives a running portal as its people and prints the lanes as they move. */
async function run(name: string, times: number): Promise<void> {
  const chosen = stories[name];
  if (!chosen) throw new Error(`There is no scenario "${name}". There is: ${Object.keys(stories).join(', ')}, seed.`);
  const { story, wish } = chosen;
  const applicant = await new Visitor(portal, story.applicant).signIn();
  const officers = new Officers(portal);
  for (let time = 0; time < times; time++) {
    const draft = await draftCase(applicant, story);
    const file = await submitDraft(applicant, draft);
    say(`${file.number}  submitted by ${story.applicant}: ${file.applications.map(({ code }) => code).join(', ')}`);
    const ended = await walkCase(applicant, file.id, officers, wish, say);
    await verifyLicences(portal, ended, say);
    say(`${file.number}  ${ended.applications.map(({ code, status }) => `${code} ${status}`).join(', ')}`);
  }
}

/** Some cases in every stage, so that nobody's first screen is empty. Does nothing where there are cases already. */
async function seed(): Promise<void> {
  const officers = new Officers(portal);
  const [somchai, malee, wichai] = await Promise.all(['somchai', 'malee', 'wichai'].map((hint) => new Visitor(portal, hint).signIn()));
  if (!somchai || !malee || !wichai) return;
  const { items } = await somchai.get<{ items: unknown[] }>('/api/cases');
  if (items.length > 0) return;
  const quiet = (): void => undefined;
  const finished = await submitDraft(malee, await draftCase(malee, cafe));
  await walkCase(malee, finished.id, officers, {}, quiet);
  const underWay = await submitDraft(somchai, await draftCase(somchai, restaurant));
  await walkCase(somchai, underWay.id, officers, { leaves: ['sanitation', 'building'], asks: [] }, quiet);
  const inEstate = await submitDraft(wichai, await draftCase(wichai, factory));
  await walkCase(wichai, inEstate.id, officers, { leaves: ['factory', 'utilities', 'environment'] }, quiet);
  await submitDraft(wichai, await draftCase(wichai, factory));
  await draftCase(malee, cafe);
  say('Seeded: a finished café, a restaurant under review, two factories in an estate, a draft.');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `restaurant`, `cafe` or `factory`, and how many times; or `seed`. @throws with what was refused, field by field. */
export async function runScenario([name = 'restaurant', times = '1']: string[]): Promise<void> {
  await (name === 'seed' ? seed() : run(name, Math.max(1, Number(times) || 1)));
}
