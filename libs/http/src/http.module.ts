import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { AccessGuard } from './access/access.guard';
import { ShallowBody } from './bodies/shallow-body.guard';
import { strictBodies } from './bodies/strict-bodies';
import { Origins } from './cross-site/origins';
import { httpOptions, type HttpOptions } from './http-options';
import { Allowances } from './limits/allowances';
import { LimitGuard } from './limits/limit.guard';
import { ProblemFilter } from './problems/problem-filter';

/**
 * The HTTP side that all handlers share: access (needs an `ActorSource`, which the identity module gives), limits, bodies, problems.
 * The application calls `protectHttp` as well.
 */
@Module({})
export class HttpModule {
  static forRoot(options: HttpOptions): DynamicModule {
    return {
      module: HttpModule,
      global: true,
      providers: [
        { provide: httpOptions, useValue: options },
        { provide: Allowances, useFactory: () => new Allowances() },
        Origins,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: strictBodies },
        { provide: APP_GUARD, useClass: ShallowBody },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: LimitGuard },
      ],
      exports: [httpOptions, Origins],
    };
  }
}
