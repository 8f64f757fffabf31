import { Controller, Get, Module, Post, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createDataSource } from '@anuyat/database';
import { Allow, createAdapter, HttpModule, protectHttp, type HttpOptions } from '@anuyat/http';
import { IdentityModule, seedPeople, type IdentityOptions } from '@anuyat/identity';

@Controller('api/toys')
class ToyController {
  @Allow('approve')
  @Get('desk')
  desk(): { is: string } {
    return { is: 'for those who approve' };
  }

  @Allow('applicant')
  @Post('mine')
  mine(): { is: string } {
    return { is: 'for applicants' };
  }

  @Allow('admin')
  @Get('admin')
  admin(): { is: string } {
    return { is: 'for administrators' };
  }

  @Allow('monitor')
  @Get('monitor')
  monitor(): { is: string } {
    return { is: 'for monitors' };
  }
}

class DatabaseModule {}

export interface TestPortal {
  app: NestFastifyApplication;
  url: string;
  source: DataSource;
  close(): Promise<void>;
}

/** HTTP and identity as the api runs them, on a database of its own, with toys to be let in to. */
export async function startTestPortal(port: number, databaseUrl: string, identity: IdentityOptions, http: Partial<HttpOptions> = {}): Promise<TestPortal> {
  const options: HttpOptions = { publicUrl: `http://localhost:${port}`, port, formTargets: [identity.issuer], ...http };
  const source = await createDataSource(databaseUrl, 'sandbox-test').initialize();
  await source.transaction((tx) => seedPeople(tx, identity.issuer));

  const database: DynamicModule = { module: DatabaseModule, global: true, providers: [{ provide: DataSource, useValue: source }], exports: [DataSource] };

  @Module({ imports: [database, HttpModule.forRoot(options), IdentityModule.forRoot(identity)], controllers: [ToyController] })
  class PortalModule {}

  const app = await NestFactory.create<NestFastifyApplication>(PortalModule, createAdapter(options), { logger: false });
  await protectHttp(app);
  await app.listen(port, '127.0.0.1');
  return {
    app,
    url: `http://localhost:${port}`,
    source,
    close: async () => {
      await app.close();
      await source.destroy();
    },
  };
}
