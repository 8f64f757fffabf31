import { Body, Controller, Delete, Get, Global, Injectable, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { Refusal, type PersonActor, type Problem } from '@anuyat/contract';
import { ActorSource, Allow, createAdapter, CurrentActor, Fresh, HttpModule, Limited, protectHttp, Public, StepUp, type HttpOptions, type WeightyAct } from './index';

const options: HttpOptions = { publicUrl: 'https://anuyat.example.go.th', port: 4200, formTargets: ['https://id.example'], limits: { costly: { burst: 2, perMinute: 60 } } };

class ToyBody {
  @IsString()
  @MaxLength(5)
  name!: string;

  @IsInt()
  count!: number;
}

const people: Record<string, PersonActor> = {
  officer: person('officer', ['officer'], [{ code: 'bma-1039-sanitation', permissions: ['review'] }]),
  applicant: person('applicant', ['applicant'], []),
};

function person(accountId: string, roles: PersonActor['roles'], offices: PersonActor['offices']): PersonActor {
  return { kind: 'person', accountId, name: { th: accountId, en: accountId }, roles, offices, territories: [], companies: [] };
}

@Injectable()
class ToySource extends ActorSource {
  findActor(request: FastifyRequest): Promise<PersonActor | undefined> {
    return Promise.resolve(people[String(request.headers['x-person'])]);
  }
}

/** Whose last proof is fresh is said in a header: `file`, or `sign` for both. */
@Injectable()
class ToyStepUp extends StepUp {
  isFreshFor(request: FastifyRequest, act: WeightyAct): Promise<boolean> {
    const proved = request.headers['x-proved'];
    return Promise.resolve(proved === 'sign' || proved === act);
  }

  async assertFresh(request: FastifyRequest, act: WeightyAct): Promise<void> {
    if (!(await this.isFreshFor(request, act))) throw new Refusal('step-up-needed', { stepUp: { to: '/prove', ways: ['provider'] } });
  }
}

@Controller('api/toys')
class ToyController {
  @Allow('applicant')
  @Fresh('file')
  @Post('filed')
  file(): { is: string } {
    return { is: 'filed' };
  }

  @Public()
  @Get()
  list(): string[] {
    return ['top'];
  }

  @Public({ knowsActor: true })
  @Get('who')
  who(@CurrentActor() actor: PersonActor | undefined): { name: string | null } {
    return { name: actor?.name.en ?? null };
  }

  @Public()
  @Post()
  make(@Body() body: ToyBody): ToyBody {
    return body;
  }

  @Allow('review')
  @Get('desk')
  desk(@CurrentActor() actor: PersonActor): { by: string } {
    return { by: actor.accountId };
  }

  @Allow('approve', 'admin')
  @Delete(':id')
  remove(): void {}

  @Public()
  @Limited('costly')
  @Get('costly')
  costly(): string {
    return 'done';
  }

  @Public()
  @Get('fails/:how')
  fails(@Param('how') how: string, @Query('secret') secret?: string): never {
    if (how === 'database') throw Object.assign(new Error(`connect ECONNREFUSED ${secret}`), { code: 'ECONNREFUSED' });
    if (how === 'disk') throw new Refusal('temporarily-unavailable');
    if (how === 'refuses') throw new Refusal('event-not-accepted', { accepts: ['withdrawn'] });
    throw new Error(`select * from ${secret} at /opt/anuyat`);
  }
}

@Global()
@Module({ providers: [{ provide: ActorSource, useClass: ToySource }, { provide: StepUp, useClass: ToyStepUp }], exports: [ActorSource, StepUp] })
class ToyIdentity {}

@Module({ imports: [HttpModule.forRoot(options), ToyIdentity], controllers: [ToyController] })
class ToyModule {}

describe('the HTTP side of the portal', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(ToyModule, createAdapter(options), { logger: false });
    await protectHttp(app);
    await app.init();
  });
  afterAll(() => app.close());

  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, extra: { headers?: Record<string, string>; payload?: string | object } = {}) => app.inject({ method, url, ...extra });
  const problem = (body: string) => JSON.parse(body) as Problem;

  it('lets nobody file whose proof is old or of the wrong kind, and says where to renew it; rights are asked first', async () => {
    const file = (headers: Record<string, string>) => call('POST', '/api/toys/filed', { headers: { 'sec-fetch-site': 'same-origin', ...headers } });
    expect((await file({})).statusCode).toBe(401);
    expect(problem((await file({ 'x-person': 'officer' })).body).code).toBe('not-allowed');
    expect(problem((await file({ 'x-person': 'applicant' })).body)).toMatchObject({ code: 'step-up-needed', status: 403, stepUp: { to: '/prove', ways: ['provider'] } });
    expect((await file({ 'x-person': 'applicant', 'x-proved': 'file' })).statusCode).toBe(201);
  });

  it.each([
    ['an answer', 'GET', '/api/toys', 200],
    ['an unknown address', 'GET', '/api/nothing', 404],
    ['an address that cannot be read', 'GET', '/%zz', 400],
    ['a failure', 'GET', '/api/toys/fails/badly', 500],
    ['a refusal', 'DELETE', '/api/toys/1', 401],
    ['an unknown method', 'DELETE', '/api/toys', 404],
  ] as const)('sends every security header with %s', async (_, method, url, status) => {
    const { headers, statusCode } = await call(method, url);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    for (const part of ["script-src 'self';", "style-src 'self';", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "form-action 'self' https://id.example;"]) expect(policy).toContain(part);
    expect(policy).not.toContain('unsafe');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['access-control-allow-origin']).toBeUndefined();
    if (url.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
  });

  it('answers every error with a problem document', async () => {
    for (const [method, url, code] of [
      ['GET', '/api/nothing', 'not-found'],
      ['GET', '/%zz', 'bad-request'],
      ['GET', '/api/toys/desk', 'not-signed-in'],
      ['GET', '/api/toys/fails/refuses', 'event-not-accepted'],
    ] as const) {
      const reply = await call(method, url);
      expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(problem(reply.body)).toMatchObject({ code, status: reply.statusCode });
    }
    expect(problem((await call('GET', '/api/toys/fails/refuses')).body).accepts).toEqual(['withdrawn']);
  });

  it('tells a reference and nothing else of a failure that nobody foresaw', async () => {
    const reply = await call('GET', '/api/toys/fails/badly?secret=account');
    expect(problem(reply.body)).toMatchObject({ status: 500, code: 'internal', instance: expect.stringMatching(/^\w{4}-\w{4}$/) });
    expect(reply.body).not.toMatch(/select|account|opt|Error|stack|\.ts/);
  });

  it('asks to come back later when the database is away', async () => {
    const reply = await call('GET', '/api/toys/fails/database?secret=10.0.0.5');
    expect({ status: reply.statusCode, retry: reply.headers['retry-after'], code: problem(reply.body).code }).toEqual({ status: 503, retry: '5', code: 'temporarily-unavailable' });
    expect(reply.body).not.toContain('10.0.0.5');
  });

  it('asks to come back later also when a disk is full', async () => {
    const reply = await call('GET', '/api/toys/fails/disk');
    expect({ status: reply.statusCode, retry: reply.headers['retry-after'], code: problem(reply.body).code }).toEqual({ status: 503, retry: '5', code: 'temporarily-unavailable' });
  });

  it('refuses what another site’s page sends, before anything else happens', async () => {
    const reply = await call('POST', '/api/toys', { headers: { 'sec-fetch-site': 'cross-site' }, payload: { name: 'top', count: 1 } });
    expect([reply.statusCode, problem(reply.body).code]).toEqual([403, 'wrong-origin']);
    expect((await call('POST', '/api/nothing', { headers: { origin: 'https://evil.example' } })).statusCode).toBe(403);
    expect((await call('POST', '/api/toys', { headers: { origin: 'http://localhost:4200', 'sec-fetch-site': 'same-origin' }, payload: { name: 'top', count: 1 } })).statusCode).toBe(201);
  });

  it('takes JSON only, and only JSON that is JSON', async () => {
    const plain = await call('POST', '/api/toys', { headers: { 'content-type': 'text/plain' }, payload: '{"name":"top","count":1}' });
    expect([plain.statusCode, problem(plain.body).code]).toEqual([415, 'wrong-content-type']);
    const form = await call('POST', '/api/toys', { headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: 'name=top&count=1' });
    expect(form.statusCode).toBe(415);
    const broken = await call('POST', '/api/toys', { headers: { 'content-type': 'application/json' }, payload: '{"name":' });
    expect([broken.statusCode, problem(broken.body).code]).toEqual([400, 'bad-request']);
    const long = await call('POST', '/api/toys', { headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ name: 'x'.repeat(1_100_000) }) });
    expect([long.statusCode, problem(long.body).code]).toEqual([413, 'body-too-large']);
  });

  it('refuses properties that it does not know and names each wrong field', async () => {
    const reply = await call('POST', '/api/toys', { payload: { name: 'too long', count: 'x', isAdmin: true } });
    expect(reply.statusCode).toBe(400);
    expect(problem(reply.body).fields?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual(['count isInt', 'isAdmin whitelistValidation', 'name maxLength']);
    for (const payload of ['{"name":"a","count":1,"__proto__":{"isAdmin":true}}', '{"name":"a","count":1,"constructor":{"prototype":{"isAdmin":true}}}']) {
      expect((await call('POST', '/api/toys', { headers: { 'content-type': 'application/json' }, payload })).statusCode).toBe(400);
    }
  });

  it('lets in who holds the right, and nobody else', async () => {
    const status = async (method: 'GET' | 'DELETE', url: string, name?: string) => (await call(method, url, name ? { headers: { 'x-person': name } } : {})).statusCode;
    expect(await status('GET', '/api/toys/desk')).toBe(401);
    expect(await status('GET', '/api/toys/desk', 'applicant')).toBe(403);
    expect(await status('GET', '/api/toys/desk', 'officer')).toBe(200);
    expect(await status('DELETE', '/api/toys/1', 'officer')).toBe(403);
    expect((await call('GET', '/api/toys/who')).json()).toEqual({ name: null });
    expect((await call('GET', '/api/toys/who', { headers: { 'x-person': 'officer' } })).json()).toEqual({ name: 'officer' });
  });

  it('limits costly calls by address, whatever a stranger writes into X-Forwarded-For', async () => {
    const from = (address: string, forwarded: string) => app.inject({ method: 'GET', url: '/api/toys/costly', remoteAddress: address, headers: { 'x-forwarded-for': forwarded } });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await from('203.0.113.7', `198.51.100.${i}`)).statusCode);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await from('203.0.113.7', '198.51.100.99');
    expect([problem(refused.body).code, refused.headers['retry-after']]).toEqual(['too-many-requests', '1']);
    expect((await from('203.0.113.8', '203.0.113.7')).statusCode).toBe(200);
  });
});

describe('behind a proxy of one’s own', () => {
  const addressSeen = async (trustProxy: boolean) => {
    const fastify = createAdapter({ ...options, trustProxy }).getInstance();
    fastify.get('/ip', (request) => request.ip);
    const reply = await fastify.inject({ url: '/ip', remoteAddress: '10.0.0.2', headers: { 'x-forwarded-for': '192.0.2.66, 198.51.100.7' } });
    await fastify.close();
    return reply.body;
  };

  it('the caller is whom the proxy saw, not whom the caller claims to be', async () => {
    expect(await addressSeen(true)).toBe('198.51.100.7');
    expect(await addressSeen(false)).toBe('10.0.0.2');
  });
});

describe('a handler whose access is not decided', () => {
  @Controller('api/forgotten')
  class ForgottenController {
    @Get('secrets')
    secrets(): string {
      return 'all of them';
    }

    @Public()
    @Get()
    fine(): string {
      return 'fine';
    }
  }

  @Module({ imports: [HttpModule.forRoot(options), ToyIdentity], controllers: [ForgottenController, ToyController] })
  class ForgottenModule {}

  it('stops the start, and the sentence says which one and what to write', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(ForgottenModule, createAdapter(options), { logger: false });
    await expect(protectHttp(app)).rejects.toThrow("GET /api/forgotten/secrets is open to nobody and to everybody: write @Allow('officer') or @Public() above secrets() in ForgottenController.");
    await expect(protectHttp(app)).rejects.not.toThrow(/ToyController|fine\(\)/);
    await app.close();
  });

  it('would be closed to everybody all the same', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(ForgottenModule, createAdapter(options), { logger: false });
    await app.init();
    expect((await app.inject({ method: 'GET', url: '/api/forgotten/secrets', headers: { 'x-person': 'officer' } })).statusCode).toBe(403);
    await app.close();
  });
});
