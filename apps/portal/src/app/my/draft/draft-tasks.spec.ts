import type { CaseCheck, ComposedForm } from '@anuyat/contract';
import { draftTasks } from './draft-tasks';

const text = (words: string) => ({ th: words, en: words });
const paper = (code: string, files: number, more: Partial<CaseCheck['documents'][number]> = {}): CaseCheck['documents'][number] => ({
  code, title: text(code), isRequired: true, isNeeded: true, files: Array.from({ length: files }) as CaseCheck['documents'][number]['files'], ...more,
});
const check = (documents: CaseCheck['documents'], isReady = false): CaseCheck => ({
  isReady, documents, licences: [], feeTotal: 0,
  topics: [{ id: 'business', title: text('กิจการ'), state: 'done', problems: [] }, { id: 'premises', title: text('สถานที่'), state: 'started', problems: [] }],
});
const tasksOf = (given: CaseCheck) => draftTasks('c1', given, undefined, (key) => key, ({ th }) => th);

describe('the tasks of a draft', () => {
  it('link each topic and say how far it is', () => {
    const { topics, done, all } = tasksOf(check([paper('map', 0)]));
    expect(topics.map(({ link, status }) => [link, status])).toEqual([['/my/cases/c1/topics/business', 'done'], ['/my/cases/c1/topics/premises', 'started']]);
    expect([done, all]).toEqual([1, 3]);
  });

  it('name the applications that a topic is for, unless it is for all of them', () => {
    const [card, hall] = ['card', 'hall'].map((code) => ({ code, title: text(code) }));
    const form = { topics: [{ id: 'business', askedBy: [card, hall] }, { id: 'premises', askedBy: [hall] }] } as unknown as ComposedForm;
    const { topics } = draftTasks('c1', { ...check([]), licences: [card, hall] as CaseCheck['licences'] }, form, (key) => key, ({ th }) => th);
    expect(topics.map(({ hint }) => hint)).toEqual(['asksForAll', 'asksFor hall']);
  });

  it('count only papers that are required and needed here', () => {
    const { papers } = tasksOf(check([paper('map', 1), paper('photo', 0, { isRequired: false }), paper('lease', 0, { isNeeded: false })]));
    expect(papers[0]?.status).toBe('done');
  });

  it('ask for the draft to be sent once all is there', () => {
    expect(tasksOf(check([], true)).send[0]).toMatchObject({ tone: 'now', status: 'ready' });
    expect(tasksOf(check([])).send[0]).toMatchObject({ tone: 'plain', status: 'waits' });
  });
});
