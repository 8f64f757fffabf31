import { HttpException } from '@nestjs/common';
import { Refusal, type ProblemCode } from '@anuyat/contract';
import { isDatabaseAway } from './is-database-away';
import { RetryLater } from './retry-later';

/** Turns an error of one's own library into a refusal; undefined when the error is not one's own. */
export type RefusalReader = (error: unknown) => Refusal | undefined;

const codesOfStatus: Record<number, ProblemCode> = {
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'body-too-large',
  415: 'wrong-content-type',
};

const codesOfFastify: Record<string, ProblemCode> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong-content-type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_REQ_FILE_TOO_LARGE: 'file-too-large',
  FST_FILES_LIMIT: 'file-too-many',
};

/** Seconds after which a database that went away is worth another try. */
const databaseRetrySeconds = 5;

/** The refusal that an error stands for. An error that nobody knows becomes `internal`. */
export function refusalOf(error: unknown, readers: readonly RefusalReader[] = []): Refusal {
  if (error instanceof Refusal) return error;
  for (const read of readers) {
    const refusal = read(error);
    if (refusal) return refusal;
  }
  if (isDatabaseAway(error)) return new RetryLater('temporarily-unavailable', databaseRetrySeconds);
  return new Refusal(codeOf(error) ?? 'internal');
}

function codeOf(error: unknown): ProblemCode | undefined {
  const { code, cause, statusCode } = (error ?? {}) as { code?: unknown; cause?: { code?: unknown }; statusCode?: unknown };
  const known = codesOfFastify[String(code)] ?? codesOfFastify[String(cause?.code)];
  if (known) return known;
  const status = error instanceof HttpException ? error.getStatus() : typeof code === 'string' && code.startsWith('FST_') ? Number(statusCode) : undefined;
  if (status === undefined || status < 400 || status >= 500) return undefined;
  return codesOfStatus[status] ?? 'bad-request';
}
