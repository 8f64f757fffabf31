import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

const methods = ['get', 'post', 'put', 'patch', 'delete', 'options'] as const;

/** What the OpenAPI document describes, as `GET /api/cases/{id}`. */
export function describedOperations({ paths }: OpenAPIObject): string[] {
  return Object.entries(paths).flatMap(([path, item]) => methods.filter((method) => item[method]).map((method) => `${method.toUpperCase()} ${path}`));
}

/** What the server answers to, whoever registered it, in the same words; `HEAD` stands for its `GET`. */
export function servedOperations(app: NestFastifyApplication): string[] {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const above: string[] = [];
  return fastify.printRoutes({ commonPrefix: false }).split('\n').flatMap((line) => {
    const [, indent = '', part = '', verbs = ''] = /^([│├└─\s]*)(\S+) \((.+)\)$/.exec(line) ?? [];
    const depth = indent.length / 4 - 1;
    if (part === '') return [];
    above.splice(depth, above.length, part);
    const path = above.join('').replace(/:(\w+)/g, '{$1}');
    return verbs.split(', ').filter((verb) => verb !== 'HEAD').map((verb) => `${verb} ${path}`);
  });
}
