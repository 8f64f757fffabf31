import { Module, type DynamicModule } from '@nestjs/common';
import { ActorSource, StepUp } from '@anuyat/http';
import { Accounts } from './accounts/accounts';
import { identityOptions, type IdentityOptions } from './identity-options';
import { Sealer } from './sealer';
import { Doorkeeper } from './sessions/doorkeeper';
import { SessionsController } from './sessions/sessions.controller';
import { AuthController } from './sign-in/auth.controller';
import { Providers } from './sign-in/providers';
import { SignInDesk } from './sign-in/sign-in-desk';

/** Who people are and what they may do now. Needs `HttpModule` and a provider of TypeORM's `DataSource`. */
@Module({})
export class IdentityModule {
  static forRoot(options: IdentityOptions): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      controllers: [AuthController, SessionsController],
      providers: [
        { provide: identityOptions, useValue: options },
        { provide: Sealer, useFactory: () => new Sealer(options.sessionSecret) },
        Providers,
        Accounts,
        Doorkeeper,
        SignInDesk,
        { provide: ActorSource, useExisting: Doorkeeper },
        { provide: StepUp, useExisting: Doorkeeper },
      ],
      exports: [ActorSource, StepUp, Doorkeeper, Accounts],
    };
  }
}
