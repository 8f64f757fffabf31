/** Markup that Leaflet writes by itself, while it finds out what the browser can do. */
const CONSTANTS = new Set(['', '<svg/>']);

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): unknown;
  defaultPolicy?: unknown;
}

/**
 * The content policy lets no string become markup. Leaflet does so with the constants above when it is loaded; the `default`
 * policy lets exactly those pass and refuses everything else. Has to run before Leaflet is loaded.
 */
export function allowLeafletConstants(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createHTML: (markup) => {
      if (CONSTANTS.has(markup)) return markup;
      throw new TypeError('Only the constants of the map library may become markup.');
    },
  });
}
