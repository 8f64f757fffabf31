import type { Text } from '@anuyat/licence-kit';
import type { PublishedBy } from '@anuyat/registrar';

/** Who it was, as people read it. */
export function nameOf({ name }: PublishedBy): Text {
  return name ?? { th: 'มากับโปรแกรมรุ่นใหม่', en: 'Came with a release' };
}
