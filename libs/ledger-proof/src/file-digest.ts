import { canonicalJson } from '@anuyat/licence-kit/canonical-json';
import { sha256, toHex, utf8 } from './bytes';
import type { HistoryExport } from './history-export';

/** The digest of an exported history without its digest. It shows damage; what shows forgery are the chains and the signed root. */
export function fileDigest(file: Omit<HistoryExport, 'digest'>): string {
  return toHex(sha256(utf8(canonicalJson({ ...file, digest: undefined }))));
}
