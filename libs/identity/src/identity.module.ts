import { Module, type DynamicModule } from '@nestjs/common';
import { ActorSource, RefusalWitness, StepUp } from '@anuyat/http';
import { Accounts } from './accounts/accounts';
import { identityOptions, type IdentityOptions } from './identity-options';
import { CompanyRegister } from './mandates/company-register';
import { MandateKeeper } from './mandates/mandate-keeper';
import { MandateReader } from './mandates/mandate-reader';
import { MandatesController } from './mandates/mandates.controller';
import { AccessLog } from './my-data/access-log';
import { DataCopier } from './my-data/data-copier';
import { MyDataController } from './my-data/my-data.controller';
import { AdministratorTerms } from './officers/administrator-terms';
import { Covers } from './officers/covers';
import { DoorDesk } from './officers/door-desk';
import { Invitations } from './officers/invitations';
import { StaffBook } from './officers/staff-book';
import { TermKeeper } from './officers/term-keeper';
import { Ceremonies } from './passkeys/ceremonies';
import { Challenges } from './passkeys/challenges';
import { PasskeyRing } from './passkeys/passkey-ring';
import { PasskeysController } from './passkeys/passkeys.controller';
import { RelyingParty } from './passkeys/relying-party';
import { Signatures } from './passkeys/signatures';
import { Sealer } from './sealer';
import { DoorWitness } from './security/door-witness';
import { Marks } from './security/marks';
import { RecordReader } from './security/record-reader';
import { SecurityController } from './security/security.controller';
import { SecurityRecord } from './security/security-record';
import { Doorkeeper } from './sessions/doorkeeper';
import { SessionsController } from './sessions/sessions.controller';
import { Entrance } from './systems/entrance';
import { SystemDoor } from './systems/system-door';
import { SystemReader } from './systems/system-reader';
import { SystemRegister } from './systems/system-register';
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
      controllers: [AuthController, SessionsController, MandatesController, MyDataController, PasskeysController, SecurityController],
      providers: [
        { provide: identityOptions, useValue: options },
        { provide: Sealer, useFactory: () => new Sealer(options.sessionSecret) },
        Marks,
        SecurityRecord,
        RecordReader,
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
        AdministratorTerms,
        StaffBook,
        DoorDesk,
        SystemDoor,
        SystemRegister,
        SystemReader,
        { provide: ActorSource, useClass: Entrance },
        { provide: StepUp, useExisting: Doorkeeper },
        { provide: RefusalWitness, useClass: DoorWitness },
      ],
      exports: [ActorSource, StepUp, RefusalWitness, SecurityRecord, Doorkeeper, Accounts, AccessLog, PasskeyRing, Signatures, Invitations, Covers, TermKeeper, AdministratorTerms, StaffBook, DoorDesk, SystemDoor, SystemRegister, SystemReader],
    };
  }
}
