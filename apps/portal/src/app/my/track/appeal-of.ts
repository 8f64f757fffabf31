import type { DocumentView } from '@anuyat/contract';
import type { Reply } from './reply-form';

/** An appeal as the portal takes it: what was written, and the papers that came with it. */
export function appealOf({ words, request, lateBecause }: Reply, files: readonly Pick<DocumentView, 'id'>[]): object {
  return {
    grounds: words.trim(),
    ...(request.trim() ? { request: request.trim() } : {}),
    ...(lateBecause.trim() ? { lateBecause: lateBecause.trim() } : {}),
    documents: files.map(({ id }) => id),
  };
}
