import type { FieldProblem, Problem } from '@anuyat/contract';
import { problemCatalogue } from '@anuyat/http';
import type { Reply } from '../cases/testing/test-api';

const THAI = /[\u0E00-\u0E7F]/;

/** What must never leave the process: stacks, statements, paths of files, names of libraries. */
const INNER = /\bat \w+ \(|select |insert |\/work\/|node_modules|\.ts\b|typeorm|postgres:|fastify|SyntaxError|TypeError/i;

/** The problem document of a refusal. @throws when it is none, or one that does not say in both languages what to do. */
export function problemIn({ status, headers, body }: Reply<unknown>): Problem {
  const problem = body as Problem;
  expect([status, headers['content-type'], headers['cache-control']]).toEqual([problem.status, 'application/problem+json; charset=utf-8', 'no-store']);
  expect([problem.type, problem.status]).toEqual([`urn:anuyat:problem:${problem.code}`, problemCatalogue[problem.code].status]);
  const words = [problem.title, problem.detail, ...(problem.fields ?? []).map(({ message }) => message)];
  expect(words.filter((text) => !text || !THAI.test(text.th) || THAI.test(text.en) || text.en.trim() === '')).toEqual([]);
  expect((problem.fields ?? []).filter(({ path, code }: Partial<FieldProblem>) => typeof path !== 'string' || !code)).toEqual([]);
  expect(JSON.stringify(problem)).not.toMatch(INNER);
  return problem;
}
