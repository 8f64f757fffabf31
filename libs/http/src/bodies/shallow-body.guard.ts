import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Refusal } from '@anuyat/contract';
import type { FastifyRequest } from 'fastify';

/** Answers and events are a few groups deep; nothing that people send is deeper. */
const DEEPEST = 20;

/** Refuses bodies that are nested without end before anything walks them, for such a walk would break off in the middle. */
@Injectable()
export class ShallowBody implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { body } = context.switchToHttp().getRequest<FastifyRequest>();
    let level: unknown[] = [body];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > DEEPEST) throw new Refusal('bad-request');
      level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    }
    return true;
  }
}
