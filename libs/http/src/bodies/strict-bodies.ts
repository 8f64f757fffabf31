import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Refusal, type FieldProblem } from '@anuyat/contract';
import { constraintWords } from './constraint-words';

/** Bodies and queries are what their class says and nothing more: unknown properties are refused, each wrong field is named. */
export function strictBodies(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new Refusal('bad-request', { fields: errors.flatMap((error) => fieldsOf(error)) }),
  });
}

function fieldsOf(error: ValidationError, above = ''): FieldProblem[] {
  const path = above ? `${above}.${error.property}` : error.property;
  const own = Object.keys(error.constraints ?? {}).map((code) => ({ path, code, message: constraintWords(code) }));
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, path))];
}
