import { normalizeThai } from '@anuyat/dictionary';

/** Letters of a name without its extension; a full stop and four letters more fit every file system. */
const LONGEST = 120;

/** Control characters, marks that turn the direction of writing, and invisible ones that hide what a name ends in. */
const HIDDEN = /[\p{Cc}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB]/gu;
const RESERVED = /[<>:"|?*]/g;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name under which a paper is shown and given back: what the person called it, in one spelling of Thai, without a path
 * and without characters that deceive the eye or a file system. Never empty.
 */
export function cleanFileName(given: string): string {
  const bare = (given.normalize('NFC').replace(HIDDEN, '').split(/[\\/]/).pop() ?? '').replace(RESERVED, '_');
  const whole = normalizeThai(bare).replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const extension = extensionOf(whole);
  const stem = (extension ? whole.slice(0, -extension.length - 1) : whole).replace(/[\s.]+$/, '');
  const short = [...stem].slice(0, LONGEST).join('') || 'document';
  const safe = DEVICE.test(short) ? `_${short}` : short;
  return extension ? `${safe}.${extension}` : safe;
}

/** The part after the last full stop, in small letters; empty where there is none or it is no extension. */
export function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,8})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}
