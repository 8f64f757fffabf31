import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import type { AnswersPatch, AnswersSaved, CaseView, Problem } from '@anuyat/contract';
import { ApiClient } from '../../core/api-client';
import { DraftKeeper } from './draft-keeper';

type Reply = Partial<AnswersSaved> | HttpErrorResponse;

const lost = new HttpErrorResponse({ status: 0 });
const conflict = (path: string, yours: unknown, theirs: unknown, currentRevision: number): HttpErrorResponse => {
  const problem: Problem = { type: 'about:blank', status: 409, code: 'answers-changed', title: { th: 'ก', en: 'a' }, conflicts: [{ path, yours, theirs }], currentRevision };
  return new HttpErrorResponse({ status: 409, error: problem });
};
const draft = (answersRevision: number, answers: CaseView['answers'] = {}): CaseView => ({ id: 'case-1', answers, answersRevision }) as CaseView;

function keeperWith(...replies: Reply[]): { keeper: DraftKeeper; sent: AnswersPatch[] } {
  const sent: AnswersPatch[] = [];
  const api = {
    saveAnswers: (_case: string, patch: AnswersPatch): Promise<AnswersSaved> => {
      sent.push(patch);
      const reply = replies[sent.length - 1] ?? {};
      if (reply instanceof HttpErrorResponse) return Promise.reject(reply);
      return Promise.resolve({ answersRevision: patch.base + 1, problems: [], ...reply });
    },
  };
  TestBed.configureTestingModule({ providers: [DraftKeeper, { provide: ApiClient, useValue: api }] });
  return { keeper: TestBed.inject(DraftKeeper), sent };
}

const kept = (): unknown => JSON.parse(localStorage.getItem('anuyat.draft.case-1') ?? '{}');

describe('the keeper of a draft', () => {
  beforeEach(() => localStorage.clear());

  it('keeps each change on the device at once, and empties that copy when the server has it', async () => {
    const { keeper, sent } = keeperWith();
    keeper.open(draft(4));
    keeper.take('business.nameTh', 'ครัวน้ำใส');
    expect(kept()).toEqual({ 'business.nameTh': 'ครัวน้ำใส' });
    expect(keeper.answers()).toEqual({ business: { nameTh: 'ครัวน้ำใส' } });
    expect(await keeper.flush()).toBe(true);
    expect(sent).toMatchObject([{ base: 4, changes: { 'business.nameTh': 'ครัวน้ำใส' } }]);
    expect(kept()).toEqual({});
    expect(keeper.saving()).toBe('saved');
  });

  it('leaves no number of a person on the device', () => {
    const { keeper } = keeperWith();
    keeper.open(draft(0));
    keeper.take('applicant.personalId', '8999900000011');
    keeper.take('applicant.firstName', 'สมชาย');
    expect(kept()).toEqual({ 'applicant.firstName': 'สมชาย' });
  });

  it('gathers what is typed in quick succession into one message', async () => {
    const { keeper, sent } = keeperWith();
    keeper.open(draft(0));
    keeper.take('a.x', 1);
    keeper.take('a.y', 2);
    keeper.take('a.x', 3);
    await keeper.flush();
    expect(sent.map(({ changes }) => changes)).toEqual([{ 'a.x': 3, 'a.y': 2 }]);
  });

  it('waits on the device while there is no connection, and sends when it is back', async () => {
    const { keeper, sent } = keeperWith(lost);
    keeper.open(draft(1));
    keeper.take('a.x', 1);
    expect(await keeper.flush()).toBe(false);
    expect(keeper.saving()).toBe('waiting');
    expect(kept()).toEqual({ 'a.x': 1 });
    dispatchEvent(new Event('online'));
    await keeper.flush();
    expect(sent).toHaveLength(2);
    expect(keeper.saving()).toBe('saved');
  });

  it('puts what this device still holds on top of the server’s answers after a reload', async () => {
    localStorage.setItem('anuyat.draft.case-1', JSON.stringify({ 'a.x': 'typed before the crash' }));
    const { keeper, sent } = keeperWith();
    keeper.open(draft(7, { a: { x: 'old', y: 'stays' } }));
    expect(keeper.answers()).toEqual({ a: { x: 'typed before the crash', y: 'stays' } });
    await keeper.flush();
    expect(sent[0]).toMatchObject({ base: 7, changes: { 'a.x': 'typed before the crash' } });
  });

  it('shows both values when another window changed the same answer, and sends only what was chosen', async () => {
    const { keeper, sent } = keeperWith(conflict('a.x', 'mine', 'theirs', 9));
    keeper.open(draft(5));
    keeper.take('a.x', 'mine');
    await keeper.flush();
    expect(keeper.saving()).toBe('conflict');
    expect(keeper.conflicts()).toEqual([{ path: 'a.x', yours: 'mine', theirs: 'theirs' }]);
    await keeper.settle(new Map([['a.x', 'yours']]));
    expect(sent[1]).toMatchObject({ base: 9, changes: { 'a.x': 'mine' } });
    expect(keeper.saving()).toBe('saved');
  });

  it('takes the other window’s value over when that one was chosen', async () => {
    const { keeper, sent } = keeperWith(conflict('a.x', 'mine', 'theirs', 9));
    keeper.open(draft(5));
    keeper.take('a.x', 'mine');
    await keeper.flush();
    await keeper.settle(new Map([['a.x', 'theirs']]));
    expect(keeper.answers()).toEqual({ a: { x: 'theirs' } });
    expect(sent).toHaveLength(1);
    expect(kept()).toEqual({});
  });

  it('keeps what was typed while a message was under way', async () => {
    const { keeper, sent } = keeperWith();
    keeper.open(draft(0));
    keeper.take('a.x', 'first');
    const sending = keeper.flush();
    keeper.take('a.x', 'second');
    await sending;
    await keeper.flush();
    expect(sent.map(({ changes, base }) => [base, changes['a.x']])).toEqual([[0, 'first'], [1, 'second']]);
  });

  it('says which licences the answers added or took away', async () => {
    const added = [{ code: 'liquor-sale', title: { th: 'ใบอนุญาตขายสุรา', en: 'Liquor' } }];
    const { keeper } = keeperWith({ licences: { added, removed: [] } });
    keeper.open(draft(0));
    keeper.take('plan.sellsLiquor', true);
    await keeper.flush();
    expect(keeper.licences()?.added).toEqual(added);
  });
});
