import type { ApiResponseOptions } from '@nestjs/swagger';
import { problemCatalogue } from '@anuyat/http';

const text = { type: 'object', required: ['th', 'en'], properties: { th: { type: 'string' }, en: { type: 'string' } } };
const field = { type: 'object', required: ['path', 'code', 'message'], properties: { path: { type: 'string' }, code: { type: 'string' }, message: text } };

/** The problem document (RFC 9457) that every error is answered with. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problemCatalogue) },
    title: text,
    detail: text,
    instance: { type: 'string', description: 'A reference to quote to the help desk.' },
    fields: { type: 'array', items: field, description: 'Where the input is wrong.' },
    changes: { type: 'array', items: { type: 'object' }, description: 'What happened since the revision that the sender saw.' },
    conflicts: { type: 'array', items: { type: 'object' }, description: 'Fields that another window changed meanwhile.' },
    accepts: { type: 'array', items: { type: 'string' }, description: 'Events that the application accepts now.' },
    currentRevision: { type: 'integer' },
  },
};

/** What every operation may answer instead. */
export const problemResponse: ApiResponseOptions = {
  status: 'default',
  description: 'It was not done; the problem document says why and what to do.',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
