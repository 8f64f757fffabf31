import type { FormRules } from './rules';

let loaded: Promise<FormRules> | undefined;

/** Fetches the rules once; a failed fetch is tried again at the next call. */
export function loadRules(): Promise<FormRules> {
  loaded ??= import('./rules').then(
    (module) => module.rules,
    (error: unknown) => {
      loaded = undefined;
      throw error;
    },
  );
  return loaded;
}
