import type { AnswersSaved, CaseCheck, CaseView, ComposedForm, DocumentView, Problem } from '@anuyat/contract';
import type { FilledCase } from './answers';
import type { Reply, TestApi } from './test-api';

export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A paper of its own: the number makes its content differ from all others. */
export function pdf(number = 0): Buffer {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'].map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`);
  return Buffer.from(`%PDF-1.7\n% ${number}\n${objects.join('')}trailer\n<</Root 1 0 R/Size 4>>\n%%EOF\n`);
}

/** A `multipart/form-data` body with a paper's code and a file. */
export function upload(code: string | null, fileName: string | null, content: Buffer, said: Record<string, string> = {}): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'spec-boundary';
  const parts: (string | Buffer)[] = [];
  if (code !== null) parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="code"\r\n\r\n${code}\r\n`);
  for (const [name, value] of Object.entries(said)) parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  if (fileName !== null) parts.push(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`, content, '\r\n');
  parts.push(`--${boundary}--\r\n`);
  return { payload: Buffer.concat(parts.map((part) => Buffer.from(part))), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } };
}

/** What a sender of parts says with every request. */
export const tus = { 'tus-resumable': '1.0.0' };

/** What begins an upload in parts, of a paper that the factory licence asks for unless something else is said. */
export function announcing(caseId: string, bytes: number, said: Record<string, string> = {}): Record<string, string> {
  const metadata = Object.entries({ caseId, code: 'factory-layout', filename: 'layout.pdf', ...said }).map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`);
  return { ...tus, 'upload-length': String(bytes), 'upload-metadata': metadata.join(',') };
}

export function add(api: Pick<TestApi, 'call'>, hint: string, caseId: string, code: string | null, fileName: string | null, content: Buffer): Promise<Reply<DocumentView>> {
  const { payload, headers } = upload(code, fileName, content);
  return api.call(hint, 'POST', `/api/cases/${caseId}/documents`, payload, headers);
}

/** Opens a draft. @throws when it is not opened. */
export async function open(api: Pick<TestApi, 'call'>, hint: string, { journey, questions }: FilledCase): Promise<CaseView> {
  return must(await api.call<CaseView>(hint, 'POST', '/api/cases', { journey, answers: questions }), 201);
}

/** Opens a draft, fills in everything and adds every paper that is needed. */
export async function fill(api: Pick<TestApi, 'call'>, hint: string, filled: FilledCase): Promise<{ id: string; answersRevision: number }> {
  const { id, answersRevision: base } = await open(api, hint, filled);
  const { answersRevision } = must(await api.call<AnswersSaved>(hint, 'PATCH', `/api/cases/${id}/answers`, { base, changes: filled.changes }), 200);
  const form = must(await api.call<ComposedForm>(hint, 'GET', `/api/cases/${id}/form`), 200);
  const check = must(await api.call<CaseCheck>(hint, 'GET', `/api/cases/${id}/check`), 200);
  for (const { code } of check.documents.filter(({ problem }) => problem)) {
    const takesPdf = form.documents.find((document) => document.code === code)?.accepts.includes('application/pdf');
    must(await add(api, hint, id, code, takesPdf ? `${code}.pdf` : `${code}.png`, takesPdf ? pdf() : png), 201);
  }
  return { id, answersRevision };
}

export function submit(api: Pick<TestApi, 'call'>, hint: string, id: string, answersRevision: number, key: string): Promise<Reply<CaseView>> {
  return api.call(hint, 'POST', `/api/cases/${id}/submit`, { declaresTruth: true, answersRevision }, { 'idempotency-key': key });
}

export function must<T>({ status, body }: Reply<T>, expected: number): T {
  if (status !== expected) throw new Error(`Expected ${expected}, got ${status}: ${JSON.stringify(body).slice(0, 2_000)}`);
  return body;
}

/** The problem that came back. */
export function refused({ status, body }: Reply<unknown>): Problem {
  return { ...(body as Problem), status };
}
