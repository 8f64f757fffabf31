/** What a library of one kind may import, by tag. */
interface Allowance {
  readonly sourceTag: string;
  readonly onlyDependOnLibsWithTags?: string[];
  readonly notDependOnLibsWithTags?: string[];
  readonly allowedExternalImports?: string[];
}

const kinds = (...names: string[]) => names.map((name) => `type:${name}`);
const pure = kinds('kit', 'dictionary', 'contract');
const ground = [...pure, ...kinds('http', 'base')];

/**
 * The one direction in which imports run: app → duty → registrar → outbox and database → contract → dictionary → kit.
 * Workflows know the kit and the dictionary; duties never know each other; only the apps join workflows and duties.
 */
export const importLine: Allowance[] = [
  { sourceTag: 'type:kit', onlyDependOnLibsWithTags: kinds('kit'), allowedExternalImports: ['xstate', 'ajv', 'ajv/*', '@cfworker/json-schema', 'feelin', 'fast-check', 'tslib'] },
  { sourceTag: 'type:dictionary', onlyDependOnLibsWithTags: kinds('kit', 'dictionary') },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: pure },
  { sourceTag: 'type:workflow', onlyDependOnLibsWithTags: kinds('kit', 'dictionary') },
  { sourceTag: 'type:migration', onlyDependOnLibsWithTags: [] },
  { sourceTag: 'type:http', onlyDependOnLibsWithTags: pure },
  { sourceTag: 'type:base', onlyDependOnLibsWithTags: [...pure, ...kinds('base')] },
  { sourceTag: 'type:registrar', onlyDependOnLibsWithTags: [...ground, ...kinds('registrar')] },
  { sourceTag: 'type:duty', onlyDependOnLibsWithTags: [...ground, ...kinds('registrar')] },
  { sourceTag: 'type:ui', onlyDependOnLibsWithTags: [...pure, ...kinds('ui')] },
  { sourceTag: 'type:form-renderer', onlyDependOnLibsWithTags: [...pure, ...kinds('ui', 'form-renderer')] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: [...pure, ...kinds('workflow', 'base')] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: [...ground, ...kinds('registrar', 'duty', 'workflow', 'migration', 'ui', 'form-renderer')] },
  { sourceTag: 'runs:anywhere', onlyDependOnLibsWithTags: ['runs:anywhere'] },
  { sourceTag: 'runs:browser', onlyDependOnLibsWithTags: ['runs:browser', 'runs:anywhere'], notDependOnLibsWithTags: kinds('workflow') },
  { sourceTag: 'runs:server', onlyDependOnLibsWithTags: ['runs:server', 'runs:anywhere'] },
];
