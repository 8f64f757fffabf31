import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { HttpException } from '@nestjs/common';
import { Refusal } from '@anuyat/contract';
import { isDatabaseAway } from './is-database-away';
import { problemCatalogue } from './problem-catalogue';
import { createReference, problemOf } from './problem-of';
import { refusalOf } from './refusal-of';
import { RetryLater } from './retry-later';

describe('a problem document', () => {
  it('has Thai and English words for every code', () => {
    for (const [code, { title, detail, status }] of Object.entries(problemCatalogue)) {
      expect({ code, th: /[ก-๙]/.test(title.th) && /[ก-๙]/.test(detail.th) }).toEqual({ code, th: true });
      expect({ code, en: /^[A-Z][^ก-๙]+$/.test(title.en) && /^[A-Z][^ก-๙]+$/.test(detail.en) }).toEqual({ code, en: true });
      expect(status).toBeGreaterThanOrEqual(400);
    }
  });

  it('carries what the refusal knows, and keeps its own code and status', () => {
    const problem = problemOf(new Refusal('stale-revision', { currentRevision: 7, changes: [{ revision: 7, type: 'health.approved', at: '2026-11-21T03:00:00Z', by: 'x' }] }));
    expect(problem).toMatchObject({ type: 'urn:anuyat:problem:stale-revision', status: 409, code: 'stale-revision', currentRevision: 7 });
    expect(problem.title.th).toBe(problemCatalogue['stale-revision'].title.th);
  });

  it('takes better words where the refusal brings them', () => {
    const detail = { th: 'รับได้ไม่เกิน 10 เมกะไบต์', en: 'At most 10 megabytes are taken.' };
    expect(problemOf(new Refusal('file-too-large', { detail })).detail).toEqual(detail);
  });

  it('is referred to by eight letters that can be read out', () => {
    const references = Array.from({ length: 200 }, createReference);
    expect(references.every((reference) => /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/.test(reference))).toBe(true);
    expect(new Set(references).size).toBe(200);
  });
});

describe('an error from elsewhere', () => {
  it.each([
    ['a route that is not there', new HttpException('Cannot GET /x', 404), 'not-found'],
    ['a body that is not JSON', new HttpException('Body is not valid JSON', 400), 'bad-request'],
    ['a method that is not taken', new HttpException('no', 405), 'bad-request'],
    ['a long body', new HttpException('too large', 413, { cause: { code: 'FST_ERR_CTP_BODY_TOO_LARGE' } }), 'body-too-large'],
    ['a large file', Object.assign(new Error('x'), { code: 'FST_REQ_FILE_TOO_LARGE', statusCode: 413 }), 'file-too-large'],
    ['a fault', new TypeError('cannot read properties of undefined'), 'internal'],
    ['a failure that a library calls 500', new HttpException('x', 500), 'internal'],
    ['something thrown that is no error', 'oops', 'internal'],
    ['nothing', undefined, 'internal'],
    ['an error that only has a status', Object.assign(new Error('x'), { statusCode: 404 }), 'internal'],
  ])('%s', (_, error, code) => expect(refusalOf(error).code).toBe(code));

  it('is read by whoever knows it', () => {
    class Taken extends Error {}
    const reader = (error: unknown) => (error instanceof Taken ? new Refusal('task-taken') : undefined);
    expect(refusalOf(new Taken(), [reader]).code).toBe('task-taken');
    expect(refusalOf(new Error(), [reader]).code).toBe('internal');
  });
});

describe('a database that is away', () => {
  const withCode = (code: string) => Object.assign(new Error('x'), { code });

  it.each([
    ['nobody listens', withCode('ECONNREFUSED')],
    ['nobody listens on any address', new AggregateError([withCode('ECONNREFUSED')])],
    ['it is shutting down', Object.assign(new Error('x'), { query: 'select 1', driverError: withCode('57P01') })],
    ['it is starting up', withCode('57P03')],
    ['it has no connection left', withCode('53300')],
    ['its disk is full', withCode('53100')],
    ['the connection broke', new Error('Connection terminated unexpectedly')],
    ['it broke while a transaction did something else', new QueryRunnerProviderAlreadyReleasedError()],
    ['and the transaction is ended then', new QueryRunnerAlreadyReleasedError()],
    ['the pool waited in vain', new Error('timeout exceeded when trying to connect')],
    ['another error says so', new Error('x', { cause: withCode('ECONNRESET') })],
  ])('is recognised when %s, and asks to come back later', (_, error) => {
    expect(isDatabaseAway(error)).toBe(true);
    const refusal = refusalOf(error);
    expect(refusal).toBeInstanceOf(RetryLater);
    expect(refusal.code).toBe('temporarily-unavailable');
  });

  it.each([
    ['a broken rule', withCode('23505')],
    ['a wrong statement', withCode('42601')],
    ['a fault', new TypeError('x')],
    ['nothing', undefined],
  ])('is not %s', (_, error) => expect(isDatabaseAway(error)).toBe(false));
});
