import { Module, type DynamicModule } from '@nestjs/common';
import { ActorSource, StepUp } from '@anuyat/http';
import { Accounts } from './accounts/accounts';
import { identityOptions, type IdentityOptions } from './identity-options';
import { CompanyRegister } from './mandates/company-register';
import { MandateKeeper } from './mandates/mandate-keeper';
import { MandateReader } from './mandates/mandate-reader';
import { MandatesController } from './mandates/mandates.controller';
import { AccessLog } from './my-data/access-log';
import { DataCopier } from './my-data/data-copier';
import { MyDataController } from './my-data/my-data.controller';
import { Covers } from './officers/covers';
import { Invitations } from './officers/invitations';
import { PasskeyDesk } from './officers/passkey-desk';
import { StaffBook } from './officers/staff-book';
import { TermKeeper } from './officers/term-keeper';
import { Ceremonies } from './passkeys/ceremonies';
import { Challenges } from './passkeys/challenges';
import { PasskeyRing } from './passkeys/passkey-ring';
import { PasskeysController } from './passkeys/passkeys.controller';
import { RelyingParty } from './passkeys/relying-party';
import { Signatures } from './passkeys/signatures';
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
      controllers: [AuthController, SessionsController, MandatesController, MyDataController, PasskeysController],
      providers: [
        { provide: identityOptions, useValue: options },
        { provide: Sealer, useFactory: () => new Sealer(options.sessionSecret) },
        Providers,
        Accounts,
        Doorkeeper,
        SignInDesk,
        AccessLog,
        DataCopier,
        CompanyRegister,
        MandateKeeper,
        MandateReader,
        RelyingParty,
        PasskeyRing,
        Challenges,
        Ceremonies,
        Signatures,
        Invitations,
        Covers,
        TermKeeper,
        StaffBook,
        PasskeyDesk,
        { provide: ActorSource, useExisting: Doorkeeper },
        { provide: StepUp, useExisting: Doorkeeper },
      ],
      exports: [ActorSource, StepUp, Doorkeeper, Accounts, AccessLog, PasskeyRing, Signatures, Invitations, Covers, TermKeeper, StaffBook, PasskeyDesk],
    };
  }
}
