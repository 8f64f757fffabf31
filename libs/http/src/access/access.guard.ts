import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { holds } from '@anuyat/access';
import { Refusal, type MandateAct } from '@anuyat/contract';
import { accessKey, mandateKey, type AccessRule } from './allow';
import { ActorSource } from './actor-source';
import { freshKey, StepUp, type WeightyAct } from './step-up';

/** Deny by default: only what a handler declares is let through, and only to those who hold it now. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly source: ActorSource,
    private readonly stepUp: StepUp,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessKey, [context.getHandler(), context.getClass()]);
    if (!rule) throw new Refusal('not-allowed');
    if (rule.kind === 'public' && !rule.knowsActor) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.source.findActor(request);
    if (rule.kind === 'public' && actor?.system) return true;
    request.actor = actor;
    if (rule.kind === 'public') return true;
    if (!actor) throw new Refusal('not-signed-in');
    if (!rule.grants.some((grant) => holds(actor, grant))) throw (await this.source.explain(request)) ?? new Refusal('not-allowed');
    const needed = this.reflector.getAllAndOverride<MandateAct | undefined>(mandateKey, [context.getHandler(), context.getClass()]);
    if (needed && actor.agent && !actor.agent.acts.includes(needed)) throw new Refusal('out-of-mandate');
    const act = this.reflector.getAllAndOverride<WeightyAct | undefined>(freshKey, [context.getHandler(), context.getClass()]);
    if (act) await this.stepUp.assertFresh(request, act);
    return true;
  }
}
