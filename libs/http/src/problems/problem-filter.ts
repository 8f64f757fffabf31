import { Catch, Inject, Logger, Optional, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { httpOptions, type HttpOptions } from '../http-options';
import { createReference, problemOf } from './problem-of';
import { refusalOf } from './refusal-of';
import { RefusalWitness } from './refusal-witness';
import { RetryLater } from './retry-later';

/** When to come again after a 503 that does not say so itself, such as a full disk. */
const AGAIN_SECONDS = 5;

/**
 * The one place where errors become answers: a problem document in both languages. What nobody foresaw is logged under a reference
 * and answered with that reference alone; no stack, statement or path leaves the process.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(
    @Inject(httpOptions) private readonly options: HttpOptions,
    @Optional() @Inject(RefusalWitness) private readonly witness?: RefusalWitness,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = refusalOf(error, this.options.refusalReaders);
    const problem = problemOf(refusal);
    this.witness?.saw(request, problem);
    if (problem.status >= 500) {
      problem.instance = createReference();
      this.report(error, `${problem.instance} ${request.method} ${pathOf(request)} ${problem.code}`, problem.status);
    }
    if (reply.sent || reply.raw.headersSent) {
      reply.raw.destroy();
      return;
    }
    const seconds = refusal instanceof RetryLater ? refusal.seconds : problem.status === 503 ? AGAIN_SECONDS : undefined;
    if (seconds !== undefined) void reply.header('retry-after', String(seconds));
    void reply.code(problem.status).header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }

  private report(error: unknown, what: string, status: number): void {
    if (status === 503) this.logger.warn(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    else this.logger.error(what, error instanceof Error ? error.stack : String(error));
  }
}

/** Without the query, which may hold what people searched for. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? '';
}
