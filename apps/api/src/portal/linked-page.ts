import type { ManualLibrary } from '@anuyat/cases';

const MANUAL = /^\/licence-types\/([a-z0-9-]+)(?:\/versions\/([1-9]\d{0,8}))?\/?(?:\?|$)/;

/**
 * The page with the manual's linked data in its head, where search engines look for it without running anything. Data, not a script:
 * browsers do not run it, and no letter of it can end its element.
 */
export function linkedPage(page: string, url: string, manuals: Pick<ManualLibrary, 'find'>): string {
  const [, code, version] = MANUAL.exec(url) ?? [];
  const data = code === undefined ? undefined : manuals.find(code, version === undefined ? undefined : Number(version));
  if (data === undefined) return page;
  const json = JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return page.replace('</head>', () => `<script type="application/ld+json">${json}</script></head>`);
}
