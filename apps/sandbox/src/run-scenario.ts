import type { LicenceView } from '@anuyat/contract';
import { appealAndWalk } from './scenario/appealing';
import { draftCase, submitDraft } from './scenario/applying';
import { Officers, type Wish } from './scenario/deciding';
export { issueLongAgo } from './scenario/near-expiry';
import { renewByPaying } from './scenario/renewing';
import { cafe, factory, restaurant, type Story } from './scenario/stories';
import { Visitor } from './scenario/visitor';
import { verifyLicences, walkCase } from './scenario/walking';

const portal = (process.env['PORTAL_URL'] ?? `http://localhost:${process.env['PORT'] ?? 4200}`).replace(/\/$/, '');
const stories: Record<string, { story: Story; wish: Wish; isAppealed?: true }> = {
  restaurant: { story: restaurant, wish: { asks: ['sanitation'] } },
  cafe: { story: cafe, wish: {} },
  factory: { story: factory, wish: { asks: ['estate'] } },
  appeal: { story: restaurant, wish: { refuses: ['sanitation'] }, isAppealed: true },
};

/** `npm run scenario -- restaurant`: drives a running portal as its people and prints the lanes as they move. */
async function run(name: string, times: number): Promise<void> {
  const chosen = stories[name];
  if (!chosen) throw new Error(`There is no scenario "${name}". There is: ${Object.keys(stories).join(', ')}, renewal, seed.`);
  const { story, wish, isAppealed } = chosen;
  const applicant = await new Visitor(portal, story.applicant).signIn();
  const officers = new Officers(portal);
  for (let time = 0; time < times; time++) {
    const draft = await draftCase(applicant, story);
    const file = await submitDraft(applicant, draft);
    say(`${file.number}  submitted by ${story.applicant}: ${file.applications.map(({ code }) => code).join(', ')}`);
    const walked = await walkCase(applicant, file.id, officers, wish, say);
    const ended = isAppealed ? await appealAndWalk(applicant, file.id, officers, say) : walked;
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
  await suspendOne(malee, finished.id, officers);
  const underWay = await submitDraft(somchai, await draftCase(somchai, restaurant));
  await walkCase(somchai, underWay.id, officers, { leaves: ['sanitation', 'building'], asks: [] }, quiet);
  const inEstate = await submitDraft(wichai, await draftCase(wichai, factory));
  await walkCase(wichai, inEstate.id, officers, { leaves: ['factory', 'utilities', 'environment'] }, quiet);
  await submitDraft(wichai, await draftCase(wichai, factory));
  const asked = await submitDraft(malee, await draftCase(malee, cafe));
  await walkCase(malee, asked.id, officers, { asks: ['sanitation'], isUnanswered: true }, quiet);
  await draftCase(malee, cafe);
  say('Seeded: a finished café with a suspended licence, a café with a question that waits for its answer, a restaurant under review, two factories in an estate, a draft.');
}

/** A renewal by fee, through the portal's own HTTP: the bill, the bank, the new paper. */
async function renew(): Promise<void> {
  await renewByPaying(await new Visitor(portal, 'malee').signIn(), say);
}

/** One licence is suspended for ten days, so that the register shows what that looks like. */
async function suspendOne(holder: Visitor, caseId: string, officers: Officers): Promise<void> {
  const licences = await holder.get<LicenceView[]>('/api/licences');
  const licence = licences.find(({ code, caseId: of }) => of === caseId && code === 'signboard-tax') ?? licences.find(({ caseId: of }) => of === caseId);
  if (!licence?.lifeId) return;
  const officer = await officers.of(licence.issuedBy.code);
  await officer.post(`/api/applications/${licence.lifeId}/events`, {
    type: 'register.suspendedAtOnce',
    data: {
      days: 10, urgency: 'โครงป้ายชำรุดและอาจหล่นใส่ผู้คน', facts: 'ตรวจพบว่าโครงป้ายหลุดจากผนังด้านหนึ่ง', law: 'ข้อบัญญัติท้องถิ่นว่าด้วยป้าย',
      considerations: 'หากไม่หยุดใช้จนกว่าจะซ่อม ผู้สัญจรอาจได้รับอันตราย',
    },
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `restaurant`, `cafe`, `factory` or `appeal` (a refusal that is heard, appealed against and decided anew), and how many times; `renewal` of a licence that is about to expire; or `seed`. @throws with what was refused, field by field. */
export async function runScenario([name = 'restaurant', times = '1']: string[]): Promise<void> {
  if (name === 'renewal') return renew();
  await (name === 'seed' ? seed() : run(name, Math.max(1, Number(times) || 1)));
}
