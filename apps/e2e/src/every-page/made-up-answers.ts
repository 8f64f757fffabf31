import type { JointPaymentView, LedgerView, OfficeStatement, PromiseRecordView, RefundDue, StuckWorkView, UnmatchedPayment } from '@anuyat/contract';

const sign = { th: 'ภาษีป้าย', en: 'Signboard tax' };
/** A payment for two offices at once. */
export const jointPayment: JointPaymentView = {
  id: '01900000-0000-7000-8000-000000000001', caseId: '01900000-0000-7000-8000-000000000002', status: 'due', total: 35_000, paidAt: null,
  billerId: '099300009999100', ref1: 'C690121000042J1', ref2: 'A1B2C3', qr: '00020101021230670016A00000067701011201150994000165005010212690700000123030820260731530376454071250.005802TH63045A9A',
  parts: [{ payee: { th: 'ฝ่ายรายได้ สำนักงานเขตวัฒนา', en: 'Revenue section, Watthana District Office' }, total: 35_000, bills: [{ id: '01900000-0000-7000-8000-000000000003', licence: sign, lines: [{ code: 'tax', title: sign, amount: 35_000 }], total: 35_000, receiptNumber: null }] }],
};
/** Money that came in with a wrong amount. */
export const unmatchedPayment: UnmatchedPayment = {
  transactionId: 'SBX1', at: '2026-11-20T03:00:00.000Z', ref1: 'C6901210000421', ref2: 'A1B2', amount: 10_000, outcome: 'wrong-amount',
  asked: { total: 35_000, status: 'due', caseNumber: 'C690121-000042', caseId: '01900000-0000-7000-8000-000000000002' }, resolution: null,
};

/** A bill whose formula gives a fraction. */
export const stuckBill: StuckWorkView = {
  id: '01900000-0000-7000-8000-0000000000aa', reference: '000000AA', licence: { code: 'commercial-registration', title: { th: 'ทะเบียนพาณิชย์', en: 'Commercial registration' } },
  caseNumber: 'C690121-000042', number: 'CR690121-000042', what: { th: 'ออกใบแจ้งชำระค่าธรรมเนียม', en: 'Write the bill for the fee' }, rule: 'business.capitalBaht / 7',
  problem: {
    th: 'คำนวณค่าธรรมเนียม “ค่าจดทะเบียน” ของ “ทะเบียนพาณิชย์” ไม่ได้: ได้ 42857.142857142855 บาท ซึ่งไม่เต็มสตางค์ ให้เขียนวิธีปัดเศษตามกฎหมายไว้ในสูตร',
    en: 'The fee “Registration” of “Commercial registration” cannot be worked out: it comes to 42857.142857142855 baht, which is no whole satang: the formula has to round as the law says.',
  },
  since: '2026-11-20T03:00:00.000Z', lastAt: '2026-11-20T04:10:00.000Z', times: 9, nextAt: '2026-11-20T04:42:00.000Z',
};

const revenue = { th: 'ฝ่ายรายได้ สำนักงานเขตวัฒนา', en: 'Revenue section, Watthana District Office' };
const moved = (kind: 'received' | 'unmatched' | 'refunded', entries: number, amount: number) => ({ kind, entries, amount });
/** Two days of an office’s money. */
export const statement: OfficeStatement = {
  month: '2026-11', offices: [{ code: 'bma-1039-revenue', title: revenue }], refundsDue: { entries: 1, amount: 50_000 },
  days: [
    { day: '2026-11-19', received: moved('received', 12, 1_245_050), unmatched: moved('unmatched', 0, 0), refunded: moved('refunded', 1, 52_000) },
    { day: '2026-11-20', received: moved('received', 1, 35_000), unmatched: moved('unmatched', 1, 10_000), refunded: moved('refunded', 0, 0) },
  ],
  totals: { received: moved('received', 13, 1_280_050), unmatched: moved('unmatched', 1, 10_000), refunded: moved('refunded', 1, 52_000) },
};
/** A refund that nobody has given yet. */
export const refund: RefundDue = {
  id: '01900000-0000-7000-8000-000000000009', caseId: '01900000-0000-7000-8000-000000000002', caseNumber: 'C690121-000042', applicationNumber: 'C690121-000042-1', licence: sign, applicant: 'นางสาวมาลี ใจดี',
  office: revenue, officeCode: 'bma-1039-revenue', amount: 50_000, paid: 156_000, fee: 106_000, recordedAt: '2026-11-20T03:00:00.000Z', given: null,
};
/** The same refund, given back. */
export const givenBack: RefundDue = { ...refund, id: '01900000-0000-7000-8000-00000000000a', given: { way: 'transfer', reference: 'จ. 14/2569', on: '2026-11-21', note: '', by: { th: 'นายสมชาย รักดี', en: 'Somchai Rakdee' }, at: '2026-11-21T03:00:00.000Z' } };

/** How promises were kept. */
export const promiseRecord: PromiseRecordView = {
  share: 0.9, days: 90, from: '2026-08-24', until: '2026-11-21', needed: 30, total: { made: 240, kept: 214, firstMade: 90, firstKept: 83 },
  licences: [{ code: 'signboard-tax', title: sign, made: 240, kept: 214, firstMade: 90, firstKept: 83 }],
  few: [{ code: 'tobacco-sale', title: { th: 'ใบอนุญาตขายยาสูบ', en: 'Tobacco sale licence' } }],
};

/** Two roots of the ledger. */
export const publishedLedger: LedgerView = {
  keys: [{ id: '2947cb87', text: 'anuyat.example.go.th/ledger+2947cb87+Ae6QEfCjpEdBs/KOVU/ev/wjqMGbqPhFb+Wf4QP/JOLX', since: '2026-11-20T18:00:00.000Z' }],
  total: 2,
  roots: [2, 1].map((number) => ({ number, size: 391 * number, root: 'c62b9784af388d575aa510e1608335f0b9652e7ef2484966be4ebd5d10a6a60c', signedAt: `2026-11-2${number}T18:00:04.340Z`, keyId: '2947cb87' })),
};
