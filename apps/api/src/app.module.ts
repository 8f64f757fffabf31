import { Module, type DynamicModule } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import type { Configuration } from '@anuyat/database';
import { HttpModule, type HttpOptions } from '@anuyat/http';
import { IdentityModule } from '@anuyat/identity';
import type { RunningRegistrar } from '@anuyat/registrar';
import { ApplicationsModule } from './applications/applications.module';
import { CasesModule } from './cases/cases.module';
import { DelaysModule } from './delays/delays.module';
import { DeskModule } from './desk/desk.module';
import { DocumentsModule } from './documents/documents.module';
import { HealthModule } from './health/health.module';
import { JourneysModule } from './journeys/journeys.module';
import { LedgerModule } from './ledger/ledger.module';
import { LicencesModule } from './licences/licences.module';
import { MailModule } from './mail/mail.module';
import { MoneyModule } from './money/money.module';
import { MonitorModule } from './monitor/monitor.module';
import { NoticesModule } from './notices/notices.module';
import { OrdersModule } from './orders/orders.module';
import { GuardedReads } from './platform/guarded-reads';
import { identityFrom } from './platform/identity-from';
import { PeopleModule } from './people/people.module';
import { PlatformModule } from './platform/platform.module';
import { PromisesModule } from './promises/promises.module';
import { ReferenceModule } from './reference/reference.module';
import { RetentionModule } from './retention/retention.module';
import { StreamModule } from './stream/stream.module';
import { StuckModule } from './stuck/stuck.module';
import { VersionsModule } from './versions/versions.module';

/** The api: it turns HTTP into events and queries, and holds no rule. */
@Module({})
export class AppModule {
  static forRoot(configuration: Configuration, running: RunningRegistrar, http: HttpOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(configuration, running),
        HttpModule.forRoot(http),
        IdentityModule.forRoot(identityFrom(configuration)),
        HealthModule,
        JourneysModule,
        CasesModule,
        DocumentsModule,
        ReferenceModule,
        RetentionModule, StreamModule, StuckModule,
        ApplicationsModule,
        DeskModule,
        DelaysModule,
        MoneyModule,
        LicencesModule,
        LedgerModule,
        MonitorModule,
        NoticesModule,
        MailModule,
        VersionsModule,
        OrdersModule,
        PromisesModule,
        PeopleModule,
      ],
      providers: [{ provide: APP_INTERCEPTOR, useClass: GuardedReads }],
    };
  }
}
