import { Global, Module, type BeforeApplicationShutdown, type DynamicModule } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Configuration } from '@anuyat/database';
import { Courier } from '@anuyat/outbox';
import { DefinitionLibrary, GovernmentCalendar, Registrar, type Reading, type RunningRegistrar } from '@anuyat/registrar';
import { reading, runningRegistrar } from './tokens';

/** The running registrar's parts, under their own class names, for every module. */
@Global()
@Module({})
export class PlatformModule implements BeforeApplicationShutdown {
  constructor(private readonly modules: ModuleRef) {}

  static forRoot(configuration: Configuration, running: RunningRegistrar): DynamicModule {
    const { source, library, calendar, registrar, courier } = running;
    const providers = [
      { provide: Configuration, useValue: configuration },
      { provide: runningRegistrar, useValue: running },
      { provide: DefinitionLibrary, useValue: library },
      { provide: GovernmentCalendar, useValue: calendar },
      { provide: Registrar, useValue: registrar },
      { provide: Courier, useValue: courier },
      { provide: reading, useValue: { source, library, calendar } satisfies Reading },
    ];
    const database = TypeOrmModule.forRootAsync({ useFactory: () => ({ type: 'postgres' }), dataSourceFactory: () => Promise.resolve(source) });
    return { module: PlatformModule, imports: [database], providers, exports: providers.map(({ provide }) => provide) };
  }

  /** Before TypeORM's module closes the connections that this still needs. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.modules.get<RunningRegistrar>(runningRegistrar).close();
  }
}
