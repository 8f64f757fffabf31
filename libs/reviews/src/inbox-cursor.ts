import { Refusal } from '@anuyat/contract';

/** Where a page ended: the time that it is sorted by, to the microsecond as the database keeps it, and the task. */
export interface Cursor {
  at: string;
  id: string;
}

const AT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeCursor({ at, id }: Cursor): string {
  return Buffer.from(`${at}|${id}`).toString('base64url');
}

/** @throws Refusal `bad-request` for what no page gave. */
export function readCursor(after: string): Cursor {
  const [at = '', id = ''] = Buffer.from(after, 'base64url').toString().split('|');
  if (!AT.test(at) || Number.isNaN(Date.parse(at)) || !ID.test(id)) {
    throw new Refusal('bad-request', { fields: [{ path: 'after', code: 'invalid', message: { th: 'ไม่มีหน้าถัดไปนี้ โปรดเริ่มจากหน้าแรก', en: 'There is no such page. Please start from the first one.' } }] });
  }
  return { at, id };
}
