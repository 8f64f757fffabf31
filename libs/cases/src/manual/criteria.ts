import { sayRule, textOf, type JsonSchema, type LicenceDefinition, type Text } from '@anuyat/licence-kit';

/** The limits that the form sets to its own numbers, in words: what is larger or smaller is another matter. */
export function limitsOf(form: JsonSchema, shared: (path: string) => JsonSchema | undefined): Text[] {
  return below(form, '').flatMap(({ path, field }) => {
    const common = shared(path);
    const rules = [
      ...(field.maximum !== undefined && field.maximum !== common?.maximum && common ? [`${path} <= ${field.maximum}`] : []),
      ...(field.minimum !== undefined && field.minimum !== common?.minimum && common ? [`${path} >= ${field.minimum}`] : []),
      ...(field.exclusiveMinimum !== undefined && field.exclusiveMinimum !== common?.exclusiveMinimum && common ? [`${path} > ${field.exclusiveMinimum}`] : []),
    ];
    return rules.map((rule) => sayRule(rule, { schema: form })).map(({ th, en }) => ({ th, en: `${en.charAt(0).toUpperCase()}${en.slice(1)}` }));
  });
}

/** What the law puts before this licence, where a case asks for both. */
export function firstOf({ dependsOn }: LicenceDefinition, find: (code: string) => LicenceDefinition | undefined): Text[] {
  const named = dependsOn.flatMap((code) => {
    const found = find(code);
    return found ? [textOf(found.texts, 'title')] : [];
  });
  return named.map(({ th, en }) => ({ th: `หากต้องมี “${th}” ต้องได้เรื่องนั้นก่อน`, en: `Where “${en}” is needed as well, it comes first` }));
}

function below(schema: JsonSchema, at: string): { path: string; field: JsonSchema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = at === '' ? name : `${at}.${name}`;
    return [{ path, field }, ...below(field, path)];
  });
}
