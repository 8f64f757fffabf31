import type { OpenAPIObject } from '@nestjs/swagger';
import { must } from './cases/testing/walk';
import { startTestPortal, type TestPortal } from './testing/start-test-portal';

let portal: TestPortal;
let description: OpenAPIObject;
beforeAll(async () => {
  portal = await startTestPortal();
  description = must(await portal.call<OpenAPIObject>(null, 'GET', '/api/openapi.json'), 200);
}, 60_000);
afterAll(() => portal.close());

describe('the OpenAPI document', () => {
  const operations = () => Object.entries(description.paths).flatMap(([path, item]) => (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) => (item[method] ? [{ name: `${method.toUpperCase()} ${path}`, operation: item[method] }] : [])));
  const schemaOf = (name: string) => description.components?.schemas?.[name] as { required?: string[]; properties: Record<string, object> };

  it('says of every body what it must be, from the very checks that it passes', () => {
    expect(schemaOf('OpenCaseDto')).toMatchObject({ required: ['journey', 'answers'], properties: { journey: { type: 'string', maxLength: 60, pattern: '^[a-z0-9-]+$' }, answers: { type: 'object' }, licences: { type: 'array', maxItems: 50, items: { type: 'string', maxLength: 60 } } } });
    expect(schemaOf('EventRequestDto')).toMatchObject({ required: ['type'], properties: { type: { maxLength: 100 }, data: { type: 'object' }, revision: { type: 'integer', minimum: 1 } } });
    expect(schemaOf('SubmitCaseDto').properties['declaresTruth']).toMatchObject({ enum: [true] });
    expect(schemaOf('HolidaysDto').properties['days']).toMatchObject({ type: 'array', minItems: 1, maxItems: 60, items: { $ref: '#/components/schemas/HolidayDto' } });
    const bodies = operations().flatMap(({ name, operation }) => (operation.requestBody ? [[name, operation.requestBody] as const] : []));
    expect(bodies.map(([name]) => name)).toContain('POST /api/cases/{id}/documents');
    for (const [, body] of bodies) expect(JSON.stringify(body)).toMatch(/"\$ref":"#\/components\/schemas\/\w+"|"properties":\{"|"application\/offset\+octet-stream"/);
    for (const [name, schema] of Object.entries(description.components?.schemas ?? {})) expect([name, Object.keys((schema as { properties: object }).properties)]).not.toEqual([name, []]);
  });

  it('says of every query what it may be, and of every id that is a UUID', () => {
    const tasks = description.paths['/api/tasks']?.get?.parameters;
    expect(tasks).toContainEqual({ name: 'limit', in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 100 } });
    expect(tasks).toContainEqual({ name: 'sort', in: 'query', required: false, schema: { type: 'string', enum: ['due', 'new'] } });
    expect(description.paths['/api/cases/{id}']?.get?.parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]);
    expect(description.paths['/api/applications/{id}/events']?.post?.parameters).toContainEqual(expect.objectContaining({ name: 'Idempotency-Key', in: 'header' }));
  });

  it('says of every operation who may call it and that errors are problem documents', () => {
    for (const { name, operation } of operations()) {
      expect([name, JSON.stringify(operation.responses['default'])]).toEqual([name, expect.stringContaining('application/problem+json')]);
      expect([name, (operation as { 'x-allowed'?: string[] })['x-allowed'] ?? []]).toEqual([name, operation.security ? expect.arrayContaining([expect.any(String)]) : []]);
    }
    expect(operations().filter(({ operation }) => operation.security).map(({ name }) => name)).toEqual(expect.arrayContaining(['GET /api/cases', 'GET /api/tasks', 'GET /api/monitor/overview', 'PUT /api/reference/holidays']));
    expect(schemaOf('Problem').properties['code']).toMatchObject({ enum: expect.arrayContaining(['stale-revision', 'temporarily-unavailable']) });
  });
});
