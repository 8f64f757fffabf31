import type { CaseAnswers } from '@anuyat/licence-kit';
import { cafe, restaurant, type Story } from '../../../apps/sandbox/src/scenario/stories';

/** A kind of case of the load, and how many of a hundred are of it. */
export interface LoadStory extends Omit<Story, 'applicant'> {
  name: string;
  share: number;
}

const { applicant, business, premises, workers, commerce } = restaurant.rest as Record<string, CaseAnswers>;
const person = { ...applicant, personalId: '8999900000011' };
const shop = (goods: string[], more: CaseAnswers = {}): Pick<Story, 'journey' | 'quiz' | 'rest'> => ({
  journey: 'retail-shop',
  quiz: { applicant: { kind: 'person' }, premises: restaurant.quiz['premises'], plan: { goods, passesVat: false, sellsOnline: false, hasSign: false } },
  rest: { applicant: person, business, premises, workers, commerce, ...more },
});

/** From one licence and one office to seven licences and many offices, in the shares of a market town. */
export const loadStories: readonly LoadStory[] = [
  { name: 'a corner shop', share: 84, ...shop(['none']) },
  { name: 'a shop with tobacco and cards', share: 6, ...shop(['tobacco', 'playing-cards'], { tobacco: { type: '3', nearby: 'none', wasRevoked: false }, cards: { type: '2', supplier: 'โรงงานไพ่', wasConvicted: false } }) },
  { name: 'a café', share: 6, journey: cafe.journey, quiz: cafe.quiz, rest: { ...cafe.rest, applicant: person } },
  { name: 'a restaurant', share: 4, journey: restaurant.journey, quiz: restaurant.quiz, rest: { ...restaurant.rest, applicant: person } },
];
