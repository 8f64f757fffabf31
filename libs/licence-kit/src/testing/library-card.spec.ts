import { describeLicence, play } from './describe-licence';
import { libraryCard } from './library-card';
import type { StoryOfACase } from './story-of-a-case';

const adult = { reader: { name: 'Mali', age: 30 }, wish: { rareBooks: 0, purpose: 'pleasure' } };

const stories: StoryOfACase[] = [
  {
    title: 'an adult wants no rare books and pays for the card',
    facts: adult,
    opens: { state: { review: { desk: 'checking', vault: 'notNeeded' } }, status: 'in-review', effects: ['requestReview', 'startClock', 'startClock'] },
    steps: [
      { event: { type: 'desk.accepted' }, expect: { state: { review: { desk: 'considering', vault: 'notNeeded' } }, effects: ['stopClock', 'gatherDefects', 'requestReview'] } },
      { event: { type: 'fee.paid' }, expect: { isRefused: true } },
      { event: { type: 'desk.approved' }, expect: { state: 'awaitingPayment', status: 'awaiting-payment', effects: ['closeReview', 'stopClock', 'requestPayment', 'tell'] } },
      { event: { type: 'fee.paid' }, expect: { state: 'issuing', effects: ['issueLicence'] } },
      { event: { type: 'licence.issued' }, expect: { status: 'issued', effects: ['closeAll', 'tell'] } },
    ],
  },
  {
    title: 'a child is asked, answers, and needs not pay',
    facts: { reader: { name: 'Noi', age: 9 }, wish: { rareBooks: 0, purpose: 'study', thesis: '' } },
    steps: [
      { event: { type: 'desk.asked', data: { items: [{ kind: 'fact', target: 'wish.purpose', message: 'Which?' }] } }, expect: { status: 'in-review' } },
      { event: { type: 'desk.told', data: { noticeId: 'n1', notice: 'N1', part: 1, parts: 1, items: [{ kind: 'fact', target: 'wish.purpose', message: 'Which?' }] } }, expect: { status: 'awaiting-answer' } },
      { event: { type: 'desk.answered', data: { changes: { 'wish.purpose': 'pleasure' } } }, expect: { state: { review: { desk: 'rechecking', vault: 'notNeeded' } } } },
      { event: { type: 'desk.accepted' }, expect: {} },
      { event: { type: 'desk.approved' }, expect: { state: 'issuing' } },
    ],
  },
];

describeLicence(libraryCard(), stories);

describe('a lived case', () => {
  const story = stories[0] as StoryOfACase;
  const withStep = (at: number, step: object) => ({ ...story, steps: story.steps.map((each, index) => (index === at ? { ...each, ...step } : each)) });

  it('that comes out differently is told by its step', () => {
    expect(() => play(libraryCard(), withStep(2, { expect: { state: 'issuing' } }))).toThrow('step 3, desk.approved');
    expect(() => play(libraryCard(), withStep(0, { expect: { effects: ['closeAll'] } }))).toThrow('step 1, desk.accepted');
  });

  it('whose event is accepted or refused against the story is told', () => {
    expect(() => play(libraryCard(), withStep(1, { event: { type: 'desk.approved' } }))).toThrow('it was accepted');
    expect(() => play(libraryCard(), withStep(0, { event: { type: 'fee.paid' } }))).toThrow('not accepted');
  });

  it('whose event carries data that nobody could send is told', () => {
    expect(() => play(libraryCard(), withStep(0, { event: { type: 'desk.asked', data: { items: [] } } }))).toThrow('too-few');
  });
});
