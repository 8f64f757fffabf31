import { Inject, Injectable, SetMetadata, type CanActivate, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { httpOptions, type HttpOptions } from '../http-options';
import { RetryLater } from '../problems/retry-later';
import { Allowances } from './allowances';
import { addressFactor, defaultLimits, type Limit, type LimitName } from './limits';
import { networkOf } from './network-of';

const limitKey = 'anuyat:limit';

/** Limits how often a handler may be called, by address and by account; beyond it 429 `too-many-requests`. */
export const Limited = (name: LimitName): CustomDecorator => SetMetadata(limitKey, name);

/** Runs after the access guard, so that it knows the account. */
@Injectable()
export class LimitGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly allowances: Allowances,
    @Inject(httpOptions) private readonly options: HttpOptions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const name = this.reflector.getAllAndOverride<LimitName | undefined>(limitKey, [context.getHandler(), context.getClass()]);
    if (!name) return true;
    const limit = this.options.limits?.[name] ?? defaultLimits[name];
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const address = `${name} from ${networkOf(request.ip)}`;
    if (!request.actor) return this.take(address, limit);
    this.take(`${address} signed in`, { burst: limit.burst * addressFactor, perMinute: limit.perMinute * addressFactor });
    return this.take(`${name} by ${request.actor.accountId}`, limit);
  }

  private take(key: string, limit: Limit): true {
    const seconds = this.allowances.take(key, limit);
    if (seconds > 0) throw new RetryLater('too-many-requests', seconds);
    return true;
  }
}
