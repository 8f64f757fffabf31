import { setTimeout as wait } from 'node:timers/promises';
import type { CaseView } from '@anuyat/contract';
import { draftCase, submitDraft } from '../../../sandbox/src/scenario/applying';
import { Officers, type Wish } from '../../../sandbox/src/scenario/deciding';
import type { Story } from '../../../sandbox/src/scenario/stories';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { walkCase } from '../../../sandbox/src/scenario/walking';
import { portal } from './person';

const visitors = new Map<string, Promise<Visitor>>();

/** What happened before a test begins, done over HTTP as the scenarios do it. */
export async function drafted(story: Story): Promise<CaseView> {
  return draftCase(await visitorOf(story), story);
}

export async function submitted(story: Story): Promise<CaseView> {
  return submitDraft(await visitorOf(story), await drafted(story));
}

/** A submitted case that offices went on with, but for the lanes that are left alone. */
export async function underWay(story: Story, wish: Wish): Promise<CaseView> {
  const file = await submitted(story);
  return walkCase(await visitorOf(story), file.id, new Officers(portal), wish, () => undefined);
}

/** Asks until there is an answer. @throws after half a minute without one, or the given seconds. */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>, seconds = 30): Promise<T> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await wait(50)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  throw new Error(`There is still no ${what}.`);
}

/** Somebody of the sandbox, signed in once. */
export function visitorOf({ applicant }: Pick<Story, 'applicant'>): Promise<Visitor> {
  const known = visitors.get(applicant) ?? new Visitor(portal, applicant).signIn();
  visitors.set(applicant, known);
  return known;
}
