import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { sandboxCss } from './sandbox-css';

/** A file that the pages need. */
export interface Asset {
  type: string;
  bytes: Buffer;
}

const fonts = ['sarabun-thai-400-normal.woff2', 'sarabun-latin-400-normal.woff2'];

/** Style sheet and Thai font by path, read once. */
export async function loadAssets(): Promise<Map<string, Asset>> {
  const { resolve } = createRequire(import.meta.url);
  const files = await Promise.all(fonts.map(async (name) => [`/fonts/${name}`, { type: 'font/woff2', bytes: await readFile(resolve(`@fontsource/sarabun/files/${name}`)) }] as const));
  return new Map<string, Asset>([['/sandbox.css', { type: 'text/css; charset=utf-8', bytes: Buffer.from(sandboxCss) }], ...files]);
}
