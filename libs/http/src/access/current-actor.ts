import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { PersonActor } from '@anuyat/contract';

/** The signed-in person of this request; undefined only on public handlers that know the actor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): PersonActor | undefined => context.switchToHttp().getRequest<FastifyRequest>().actor);
