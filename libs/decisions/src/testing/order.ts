import type { WrittenOrder } from '@anuyat/contract';
import { getOffice } from '@anuyat/dictionary/reference';
import type { OrderKind } from '@anuyat/licence-kit';
import { appealAgainst } from '../remedy';

/** Every kind of order with an outcome that it can have. */
export const orderKinds: [OrderKind, string][] = [
  ['refusal', 'refused'], ['return', 'returned'], ['closing', 'returned'], ['suspension', 'suspended'], ['revocation', 'revoked'], ['transfer', 'kept'],
  ['appeal', 'upheld'], ['appeal', 'annulled'], ['appeal', 'granted'], ['appeal', 'not-admitted'],
];

/** A refusal under the Public Health Act, as a reader of orders gives it. */
export function writtenOrder(more: Partial<WrittenOrder> = {}): WrittenOrder {
  const { kind, to, days, unit, how, citation, isVerified } = appealAgainst('public-health');
  return {
    id: 'o', applicationId: 'a', licence: { th: 'ใบอนุญาตจัดตั้งสถานที่จำหน่ายอาหาร', en: 'Food premises licence' }, kind: 'refusal', outcome: 'refused',
    number: 'BMA1039SANITATION-O-2569-00012', office: getOffice('bma-1039-sanitation'), officer: { name: { th: 'สมศักดิ์ ตรงไปตรงมา', en: 'Somsak Trong' }, position: { th: 'เจ้าหน้าที่ผู้มีอำนาจพิจารณา', en: 'Deciding officer, Sanitation' } },
    decidedAt: '2026-11-22T03:00:00.000Z', notifiedAt: '2026-11-22T03:00:01.000Z', deliveries: [{ kind: 'electronic', sentAt: '2026-11-22T03:00:01.000Z', notifiedAt: '2026-11-22T03:00:01.000Z' }],
    facts: 'พบหนูในครัว', law: 'มาตรา 45', considerations: 'เป็นอันตราย',
    remedy: { kind, to, days, unit, how, citation, isVerified, until: '2026-12-22T16:59:59.999Z', isOver: false }, appeal: null, mayAppeal: true, ...more,
  };
}
