import { randomUUID } from 'node:crypto';
import type { CaseView, DocumentView, SessionView, TaskPage, TaskSummary, VaultPaper } from '@anuyat/contract';
import { Officers } from '../../../sandbox/src/scenario/deciding';
import { Visitor } from '../../../sandbox/src/scenario/visitor';
import { walkCase } from '../../../sandbox/src/scenario/walking';
import { announcing, fill, must, open, pdf, submit, upload } from '../cases/testing/walk';
import { Caller } from './caller';
import { rayongFactory } from './estate-case';
import type { TestPortal } from './start-test-portal';

/** Everybody who may come to a case in an estate, by what they are to it. */
export const people = {
  stranger: null,
  owner: 'malee',
  otherApplicant: 'somchai',
  /** Of the office that decides the factory licence. */
  officer: 'ieat-amata-rayong',
  /** Of the same office; may review and nothing else. */
  reviewer: 'pollution-control',
  /** Of another office of the same agency. */
  neighbour: 'ieat-laem-chabang',
  /** Decides another application of the same case. */
  sameCase: 'map-yang-phon-revenue',
  /** Of an office that the factory licence knows for cases of another kind. */
  leftOut: 'environment-east',
  /** Of another agency. */
  elsewhere: 'diw',
  /** Of all estates and zones. */
  monitor: 'eec-monitor',
  /** Of another estate. */
  otherMonitor: 'estate-monitor',
  /** Looks after the people of the officer's agency. */
  peopleAdministrator: 'ieat-people',
  administrator: 'admin',
} as const;

export type Who = keyof typeof people;
export const everybody = Object.keys(people) as Who[];

/** Cases of the owner in every stage, and what belongs to them. */
export interface World {
  portal: TestPortal;
  draftId: string;
  draftDocumentId: string;
  /** Submitted; nobody has decided anything. */
  file: CaseView;
  /** Issued and paid. */
  done: CaseView;
  /** Its factory licence was refused, with a written order. */
  refused: CaseView;
  newDraft(): Promise<{ id: string; documentId: string }>;
  newFilledDraft(): Promise<{ id: string; answersRevision: number }>;
  newFile(): Promise<CaseView>;
  /** A paper of the owner's own vault. */
  paperId: string;
  /** Another, which may be taken out. */
  newPaper(): Promise<string>;
  /** Where an upload of the owner goes on, and another, which may be spent. */
  uploadPath: string;
  newUpload(): Promise<string>;
  /** What the officer of another agency was let in to see. */
  exceptionId: string;
  /** Another session of the owner. */
  newSessionId(): Promise<string>;
  /** A caller whose session may be ended. */
  newCaller(who: Who): Promise<Caller>;
  applicationId(code: string, file?: CaseView): string;
  task(code: string): TaskSummary;
}

/** @param portal with a worker. */
export async function createWorld(portal: TestPortal): Promise<World> {
  await seatReviewer(portal);
  await Promise.all(Object.values(people).map((hint) => portal.caller(hint)));
  const owner = people.owner;
  const newFilledDraft = () => fill(portal, owner, rayongFactory);
  const newFile = async (): Promise<CaseView> => {
    const { id, answersRevision } = await newFilledDraft();
    return must(await submit(portal, owner, id, answersRevision, randomUUID()), 200);
  };
  const newDraft = async () => {
    const { id } = await open(portal, owner, rayongFactory);
    const { payload, headers } = upload('factory-layout', 'layout.pdf', pdf(1));
    return { id, documentId: must(await portal.call<DocumentView>(owner, 'POST', `/api/cases/${id}/documents`, payload, headers), 201).id };
  };
  const newPaper = async (): Promise<string> => {
    const { payload, headers } = upload('factory-layout', 'layout.pdf', pdf(1_000 + Math.floor(Math.random() * 1e9)));
    return must(await portal.call<VaultPaper>(owner, 'POST', '/api/vault/papers', payload, headers), 201).id;
  };
  const newUpload = async (caseId: string): Promise<string> => {
    const begun = await portal.call(owner, 'POST', '/api/uploads', undefined, announcing(caseId, 100));
    must(begun, 201);
    return String(begun.headers['location']);
  };
  const newCaller = async (who: Who): Promise<Caller> => {
    const hint = people[who];
    return hint === null ? new Caller(portal.url) : new Caller(portal.url).signIn(hint);
  };
  const newSessionId = async (): Promise<string> => {
    const sessions = must(await (await newCaller('owner')).call<SessionView[]>('GET', '/api/auth/sessions'), 200);
    return sessions.find(({ isThisOne }) => isThisOne)?.id ?? '';
  };

  const visitor = await new Visitor(portal.url, owner).signIn();
  const done = await walkCase(visitor, (await newFile()).id, new Officers(portal.url), {}, () => undefined);
  const refused = await walkCase(visitor, (await newFile()).id, new Officers(portal.url), { refuses: ['factory'] }, () => undefined);
  const [draft, file] = [await newDraft(), await newFile()];
  const tasks = await tasksOf(portal, file);
  const exceptionId = must(await portal.call<{ id: string }>(people.elsewhere, 'POST', '/api/exceptions', { number: file.number ?? '', ground: 'complaint', reason: 'ตรวจสอบเรื่องร้องเรียนจากเพื่อนบ้าน' }), 201).id;
  return {
    portal, file, done, refused: await withOrder(portal, refused), newDraft, newFilledDraft, newFile, newPaper, exceptionId, newSessionId, newCaller,
    paperId: await newPaper(),
    uploadPath: await newUpload(draft.id),
    newUpload: () => newUpload(draft.id),
    draftId: draft.id,
    draftDocumentId: draft.documentId,
    applicationId: (code, of = file) => found(of.details.find((application) => application.code === code)).id,
    task: (code) => found(tasks.find(({ licence }) => licence.code === code)),
  };
}

/** Nobody among the personas works in the estate's office and may review only: one is moved there. */
export async function seatReviewer(portal: TestPortal): Promise<void> {
  await portal.running.source.query(
    `UPDATE office_membership SET office = 'ieat-amata-city-rayong-estate', permissions = '{review}' WHERE account_id = (SELECT id FROM account WHERE subject = 'sandbox-pollution-control')`,
  );
}

/** The case's tasks, once the worker has put them into the inboxes. */
async function tasksOf(portal: TestPortal, file: CaseView): Promise<TaskSummary[]> {
  for (;;) {
    const pages = await Promise.all([people.officer, people.sameCase].map((hint) => portal.call<TaskPage>(hint, 'GET', '/api/tasks?limit=100')));
    const tasks = pages.flatMap((page) => must(page, 200).items).filter(({ caseId }) => caseId === file.id);
    if (tasks.length === file.details.length) return tasks;
  }
}

function found<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('It is not there.');
  return thing;
}

/** The case as it is once the worker has written its order. */
async function withOrder(portal: TestPortal, file: CaseView): Promise<CaseView> {
  for (;;) {
    const now = must(await portal.call<CaseView>(people.owner, 'GET', `/api/cases/${file.id}`), 200);
    if (now.orders.length > 0) return now;
  }
}
