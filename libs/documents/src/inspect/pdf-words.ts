import type { FileFault } from './fault';

/** Names of PDF (ISO 32000-2) that make a file act, hide or lock. `#xx` in a name is undone before it is looked up. */
const TELLING: Record<string, FileFault> = {
  JavaScript: 'active', Launch: 'active', SubmitForm: 'active', ImportData: 'active', RichMedia: 'active', Rendition: 'active', Movie: 'active', XFA: 'active', GoToE: 'active',
  EmbeddedFile: 'attachments', EmbeddedFiles: 'attachments',
  Encrypt: 'locked',
};

const NAME = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2})(?:[A-Za-z0-9]|#[0-9A-Fa-f]{2}){1,40})(?![A-Za-z0-9#])/g;

export interface NameAt {
  name: string;
  at: number;
}

/** Every name in a piece of a PDF, with `#xx` undone. */
export function namesIn(text: string): NameAt[] {
  return [...text.matchAll(NAME)].map(({ 1: name = '', index }) => ({ name: name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), at: index }));
}

export function faultOf(name: string): FileFault | undefined {
  return Object.hasOwn(TELLING, name) ? TELLING[name] : undefined;
}

/** Page objects that begin before `end`. */
export function pagesIn(text: string, end = text.length): number {
  return [...text.matchAll(/\/Type\s*\/Page(?![A-Za-z])/g)].filter(({ index }) => index < end).length;
}

/** Whether a picture of a PDF has more pixels than can be wanted. */
export function hasFlood(text: string, most: number): boolean {
  return [...text.matchAll(/\/Width\s+(\d{1,12})/g)].some(({ 1: width, index }) => {
    const [, height] = /\/Height\s+(\d{1,12})/.exec(text.slice(Math.max(0, index - 600), index + 600)) ?? [];
    return Number(width) * Number(height ?? 1) > most;
  });
}
