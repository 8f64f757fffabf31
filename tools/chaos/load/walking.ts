import type { CaseView } from '@anuyat/contract';
import { ENDED, getFactAt } from '@anuyat/licence-kit';
import type { Applicant } from './applying';
import type { Board, Standing } from './board';
import type { Journal } from './journal';
import { pay, type BankFaults } from './paying';
import type { Desk, Fate } from './reviewing';

export interface Round {
  board: Board;
  desk: Desk;
  journal: Journal;
  bankFaults: BankFaults;
  /** Called after each step that somebody took. */
  onStep(): void;
}

const PATIENCE_MS = 180_000;

/** Walks a filed case to its end: whoever's move it is makes it. @throws when nothing moves for three minutes. */
export async function walk(applicant: Applicant, caseId: string, fate: Fate, round: Round): Promise<void> {
  const { board } = round;
  /** Tasks in which nothing could be done at this revision of their application. */
  const idle = new Map<string, number>();
  board.watch(caseId);
  let last = Date.now();
  try {
    for (;;) {
      const standing = board.find(caseId);
      if (standing && isOver(standing)) break;
      if (standing && (await step(applicant, caseId, fate, standing, round, idle))) {
        last = Date.now();
        round.onStep();
      } else if (Date.now() - last > PATIENCE_MS) {
        throw new Error(`Nothing moves any more in the case ${caseId} (${fate}): ${JSON.stringify(standing)}`);
      }
      await board.rest();
    }
  } finally {
    board.leave(caseId);
  }
  await look(applicant, caseId, round.journal);
}

function isOver({ applications }: Standing): boolean {
  return applications.length > 0 && applications.every(({ status }) => ENDED.includes(status as (typeof ENDED)[number]));
}

async function step(applicant: Applicant, caseId: string, fate: Fate, standing: Standing, round: Round, idle: Map<string, number>): Promise<boolean> {
  if (fate === 'withdrawn') return withdraw(applicant, standing, round);
  const { applications, tasks, bills } = standing;
  const revisionOf = (id: string): number => applications.find((application) => application.id === id)?.revision ?? 0;
  const isNew = (what: string, id: string): boolean => idle.get(`${what} ${id}`) !== revisionOf(id);
  let moved = false;
  for (const task of fate === 'left-waiting' && standing.rings === 0 ? [] : tasks.filter(({ applicationId, lane }) => isNew(lane, applicationId))) {
    const nothingAt = await round.desk.review(task, fate);
    if (nothingAt === undefined) moved = true;
    else idle.set(`${task.lane} ${task.applicationId}`, nothingAt);
  }
  const toAnswer = fate === 'left-unanswered' ? [] : applications.filter(({ id }) => isNew('answers', id));
  if (toAnswer.length > 0 && ['asked', 'refused'].includes(fate)) {
    moved = (await answer(applicant, caseId, round)) || moved;
    for (const { id, revision } of toAnswer) idle.set(`answers ${id}`, revision);
  }
  for (const bill of bills) {
    await pay(applicant.person, bill, round.bankFaults, round.journal);
    moved = true;
    await untilPaid(round.board, caseId, bill);
  }
  return moved;
}

/** What is asked is answered, and whoever is to be refused is heard. */
async function answer(applicant: Applicant, caseId: string, { desk }: Round): Promise<boolean> {
  const file = await applicant.person.get<CaseView>(`/api/cases/${caseId}`);
  const hearing = file.hearings.find(({ isOpen }) => isOpen);
  if (hearing) {
    await desk.send(applicant.person, hearing.applicationId, `${hearing.lane}.heard`, { words: 'ได้ปรับปรุงสถานที่ตามที่แจ้งแล้ว ขอให้พิจารณาอีกครั้ง' });
    return true;
  }
  const question = file.questions.find(({ answeredAt }) => answeredAt === null);
  if (!question) return false;
  const changes = Object.fromEntries(question.items.filter(({ kind }) => kind === 'fact').map(({ target }) => [target, retold(getFactAt(file.answers, target))]));
  await desk.send(applicant.person, question.applicationId, `${question.lane}.answered`, { changes, note: 'แก้ไขแล้ว' });
  return true;
}

/** The same fact, told anew. */
function retold(value: unknown): unknown {
  return typeof value === 'string' && /\s/.test(value) ? `${value} (ยืนยันแล้ว)` : value;
}

async function withdraw(applicant: Applicant, { applications }: Standing, { desk }: Round): Promise<boolean> {
  const open = applications.find(({ status }) => !ENDED.includes(status as (typeof ENDED)[number]));
  if (!open) return false;
  await desk.send(applicant.person, open.id, 'withdrawn', {});
  return true;
}

/** The bank tells when it tells; until then the bill is left alone. */
async function untilPaid(board: Board, caseId: string, bill: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; board.find(caseId)?.bills.includes(bill) ?? true; await board.rest()) {
    if (Date.now() > end) throw new Error(`The payment of the bill ${bill} was never confirmed.`);
  }
}

/** What the applicant sees in the end. */
async function look(applicant: Applicant, caseId: string, journal: Journal): Promise<void> {
  const file = await applicant.person.get<CaseView>(`/api/cases/${caseId}`);
  journal.note({
    kind: 'seen', caseId,
    applications: file.details.map(({ id, status, revision }) => ({ id, status, revision })),
    licences: file.licences.map(({ number }) => number),
    paidBills: file.bills.filter(({ status }) => status === 'paid').map(({ ref1 }) => ref1),
  });
}
