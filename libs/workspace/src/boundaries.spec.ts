import { fileURLToPath } from 'node:url';
import { createProjectGraphAsync } from '@nx/devkit';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The fixtures are no files, so rules that ask the compiler are left out. */
const untyped = { ...tseslint.configs.disableTypeChecked, rules: { ...tseslint.configs.disableTypeChecked.rules, '@angular-eslint/no-uncalled-signals': 'off' as const }, files: ['**/*.ts'] };

describe('the import line', () => {
  let eslint: ESLint;

  beforeAll(async () => {
    await createProjectGraphAsync({ exitOnError: false });
    eslint = new ESLint({ cwd: root, overrideConfig: [untyped] });
  });

  /** The rules that refuse this code in a file of that folder. */
  const refusalsOf = async (folder: string, code: string) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${folder}/fixture.ts` });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };
  const importing = (name: string) => `import { something } from '${name}';\nexport const kept = something;`;

  it.each([
    ['a duty from another duty', 'libs/fees/src', '@anuyat/reviews'],
    ['a workflow from the registrar', 'workflows/food-premises', '@anuyat/registrar'],
    ['a workflow from the database', 'workflows/food-premises', '@anuyat/database'],
    ['the kit from the registrar', 'libs/licence-kit/src', '@anuyat/registrar'],
    ['the kit from the dictionary', 'libs/licence-kit/src', '@anuyat/dictionary'],
    ['the dictionary from the contract', 'libs/dictionary/src', '@anuyat/contract'],
    ['the contract from the registrar', 'libs/contract/src', '@anuyat/registrar'],
    ['the database from the registrar', 'libs/database/src', '@anuyat/registrar'],
    ['the outbox from a duty', 'libs/outbox/src', '@anuyat/notices'],
    ['the registrar from a duty', 'libs/registrar/src', '@anuyat/cases'],
    ['the registrar from the workflows', 'libs/registrar/src', '@anuyat/workflows'],
    ['a duty from the workflows', 'libs/cases/src', '@anuyat/workflows'],
    ['the portal from a duty', 'apps/portal/src/app', '@anuyat/cases'],
    ['the portal from the registrar', 'apps/portal/src/app', '@anuyat/registrar'],
    ['the portal from the workflows', 'apps/portal/src/app', '@anuyat/workflows'],
    ['the design system from the database', 'libs/ui/src', '@anuyat/database'],
    ['the design system from the form renderer', 'libs/ui/src', '@anuyat/form-renderer'],
    ['the server from the design system', 'apps/api/src', '@anuyat/ui'],
    ['the kit from a package it does not need', 'libs/licence-kit/src', 'typeorm'],
  ])('refuses an import of %s', async (_what, folder, name) => {
    expect(await refusalsOf(folder, importing(name))).toContain('@nx/enforce-module-boundaries');
  });

  it('refuses a library imported past its door', async () => {
    expect(await refusalsOf('libs/fees/src', importing('@anuyat/registrar/src/history-chain'))).toContain('no-restricted-imports');
    expect(await refusalsOf('libs/fees/src', importing('@anuyat/registrar/history-chain'))).toContain('no-restricted-imports');
    expect(await refusalsOf('libs/fees/src', importing('../../registrar/src/history-chain'))).toContain('@nx/enforce-module-boundaries');
  });

  it('refuses an application imported by anyone', async () => {
    expect(await refusalsOf('libs/fees/src', importing('../../../apps/api/src/main'))).toContain('@nx/enforce-module-boundaries');
  });

  it.each([
    ['a duty from the registrar', 'libs/fees/src', '@anuyat/registrar'],
    ['a duty from the outbox', 'libs/fees/src', '@anuyat/outbox'],
    ['a duty from the database for its tests', 'libs/fees/src', '@anuyat/database/testing'],
    ['the registrar from the outbox', 'libs/registrar/src', '@anuyat/outbox'],
    ['the outbox from the database', 'libs/outbox/src', '@anuyat/database'],
    ['the contract from the kit', 'libs/contract/src', '@anuyat/licence-kit'],
    ['a workflow from the kit', 'workflows/food-premises', '@anuyat/licence-kit'],
    ['a workflow from the kit, for its tests', 'workflows/food-premises', '@anuyat/licence-kit/testing'],
    ['a workflow from the dictionary', 'workflows/food-premises', '@anuyat/dictionary'],
    ['the api from a duty', 'apps/api/src', '@anuyat/cases'],
    ['the api from the workflows', 'apps/api/src', '@anuyat/workflows'],
    ['the portal from the form renderer', 'apps/portal/src/app', '@anuyat/form-renderer'],
    ['the portal from the contract', 'apps/portal/src/app', '@anuyat/contract'],
    ['the form renderer from the design system', 'libs/form-renderer/src', '@anuyat/ui'],
    ['the kit from XState', 'libs/licence-kit/src', 'xstate'],
  ])('lets pass an import of %s', async (_what, folder, name) => {
    expect(await refusalsOf(folder, importing(name))).toEqual([]);
  });
});

describe('code that must never be written', () => {
  let eslint: ESLint;

  beforeAll(() => {
    eslint = new ESLint({ cwd: root, overrideConfig: [untyped] });
  });

  const refusalsOf = async (file: string, code: string) => {
    const [result] = await eslint.lintText(`${code}\n`, { filePath: `${root}${file}` });
    return (result?.messages ?? []).map(({ ruleId }) => ruleId);
  };

  it.each([
    ['a save in the registrar', 'libs/registrar/src/fixture.ts', 'export const f = (r: { save(x: number): void }) => r.save(1);', 'no-restricted-syntax'],
    ['a value inside SQL', 'libs/fees/src/fixture.ts', 'export const f = (c: { query(s: string): void }, id: string) => c.query(`select ${id}`);', 'anuyat/sql-interpolation'],
    ['HTML from a string in the browser', 'libs/ui/src/fixture.ts', "export const f = (e: HTMLElement) => (e.innerHTML = '<b>');", 'no-restricted-syntax'],
    ['trusted HTML in the browser', 'apps/portal/src/fixture.ts', "export const f = (s: { bypassSecurityTrustHtml(x: string): void }) => s.bypassSecurityTrustHtml('');", 'no-restricted-syntax'],
    ['export *', 'libs/fees/src/fixture.ts', "export * from './other';", 'no-restricted-syntax'],
    ['a constructor of seven', 'libs/fees/src/fixture.ts', 'export class A { constructor(public a: 1, b: 1, c: 1, d: 1, e: 1, f: 1, g: 1) {} }', 'no-restricted-syntax'],
    ['a class named Manager', 'libs/fees/src/fixture.ts', 'export class FeeManager {}', 'no-restricted-syntax'],
    ['a test that does not run', 'libs/fees/src/fixture.spec.ts', "it.skip('pays', () => undefined);", 'no-restricted-syntax'],
    ['a file of 301 lines', 'libs/fees/src/fixture.ts', 'export {};\n'.repeat(301), 'max-lines'],
    ['a call to the outside', 'libs/fees/src/fixture.ts', "export const f = () => fetch('http://bank.example');", 'no-restricted-globals'],
    ['a call to the outside through an object', 'apps/worker/src/fixture.ts', "export const f = () => globalThis.fetch('http://bank.example');", 'no-restricted-properties'],
    ['a call to the outside by another client', 'apps/api/src/fixture.ts', "import { request } from 'node:https';\nexport const f = request;", '@typescript-eslint/no-restricted-imports'],
    ['any', 'libs/fees/src/fixture.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
  ])('refuses %s', async (_what, file, code, rule) => {
    expect(await refusalsOf(file, code)).toContain(rule);
  });

  it('lets the registrar write by a parametrised statement', async () => {
    const code = "export const f = (c: { query(s: string, v: string[]): void }, id: string) => c.query('select $1', [id]);";
    expect(await refusalsOf('libs/registrar/src/fixture.ts', code)).toEqual([]);
  });

  it('refuses HTML bound in a template', async () => {
    const [result] = await eslint.lintText('<p [innerHTML]="text()"></p>', { filePath: `${root}libs/ui/src/fixture.html` });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
  });

  it('refuses a browser’s own date field, which takes a Buddhist year for a Christian one', async () => {
    const [result] = await eslint.lintText('<input type="date" aria-label="from" />', { filePath: `${root}libs/ui/src/fixture.html` });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('no-restricted-syntax');
  });

  it('refuses a template that a keyboard cannot use', async () => {
    const [result] = await eslint.lintText('<div (click)="open()">more</div>', { filePath: `${root}libs/ui/src/fixture.html` });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('@angular-eslint/template/click-events-have-key-events');
  });
});
