import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import type { PersonActor } from '@anuyat/contract';
import { readFor, type Reader } from '@anuyat/database';
import { accessRuleOf, findBeyond } from '@anuyat/http';

/** Whatever is read for a person by GET passes the database's policies too; what is public, and what says that it reads beyond, does not. */
@Injectable()
export class GuardedReads implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method, actor } = context.switchToHttp().getRequest<FastifyRequest>();
    if (!actor || method !== 'GET' || !isGuarded(context.getClass(), context.getHandler())) return next.handle();
    return new Observable((answer) => readFor(readerOf(actor), () => next.handle().subscribe(answer)));
  }
}

/** Whether a reading handler sees no other rows than those of the person who asks. */
export function isGuarded(controller: object, handler: object): boolean {
  return accessRuleOf(controller, handler)?.kind === 'allow' && findBeyond(controller, handler) === undefined;
}

function readerOf({ accountId, offices, territories, companies }: PersonActor): Reader {
  return { accountId, offices: offices.map(({ code }) => code), territories, companies: companies.map(({ juristicId }) => juristicId) };
}
