import type { DocumentKind } from '@anuyat/licence-kit';
import { fileTypeFromBuffer } from 'file-type';
import { extensionOf } from './file-name';

/** Bytes from the beginning of a file that tell its kind. */
export const HEAD_BYTES = 4_100;

const extensions: Record<DocumentKind, readonly string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
};

/** The kind that both the content and the name say; undefined where they disagree, and for every other kind. */
export async function findKind(head: Buffer, fileName: string): Promise<DocumentKind | undefined> {
  const said = kindByName(fileName);
  if (!said) return undefined;
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  return found?.mime === said ? said : undefined;
}

/** The kind that a name's extension says. */
export function kindByName(fileName: string): DocumentKind | undefined {
  const extension = extensionOf(fileName);
  return (Object.keys(extensions) as DocumentKind[]).find((kind) => extensions[kind].includes(extension));
}

/** Extensions of the kinds, for people: `PDF, JPG, PNG`. */
export function kindNames(kinds: readonly DocumentKind[]): string {
  return kinds.map((kind) => extensions[kind][0]?.toUpperCase()).join(', ');
}
