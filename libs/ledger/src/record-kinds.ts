/** A kind of row that never changes, or a part of one that does not, and that the ledger therefore holds the digest of. */
export interface RecordKind {
  kind: string;
  table: string;
  /** SQL that names a row `t`; unique in its kind. */
  subject: string;
  /** What the digest is over. A column that is added later needs a kind of its own: digests that were entered stay. */
  columns: readonly string[];
  /** Which rows, in SQL; absent: all. */
  where?: string;
  /** Which rows belong to the case `$2`, in SQL; absent: none belong to anybody. */
  ofCase?: string;
}

const ofCase = 't.case_id = $2';
const ofApplication = 't.application_id IN (SELECT id FROM application WHERE case_id = $2)';
const ofBill = 't.bill_id IN (SELECT id FROM bill WHERE case_id = $2)';
const isFiled = 'EXISTS (SELECT FROM case_file c WHERE c.id = t.case_id AND c.submitted_at IS NOT NULL)';

/** Transactions that paid a bill of the case, alone or with others. */
const ofPayment = `t.transaction_id IN (
  SELECT p.transaction_id FROM payment p JOIN bill b ON b.id = p.bill_id WHERE b.case_id = $2 UNION SELECT l.transaction_id FROM fee_ledger l JOIN bill b ON b.id = l.bill_id WHERE b.case_id = $2)`;

/** Every kind, in the order in which they are entered. */
export const recordKinds: readonly RecordKind[] = [
  { kind: 'ledger-key', table: 'ledger_key', subject: 't.id', columns: ['id', 'name', 'public_key', 'since'] },
  { kind: 'definition', table: 'definition', subject: `concat_ws(':', t.kind, t.code, t.version)`, columns: ['kind', 'code', 'version', 'sha256', 'json', 'published_at', 'published_by', 'effective_from'] },
  { kind: 'fee-rate', table: 'fee_rate', subject: 't.id::text', columns: ['id', 'licence', 'item', 'payee', 'value', 'effective_from', 'effective_to', 'source', 'is_verified', 'actor', 'entered_at'] },
  { kind: 'retention-rule', table: 'retention_rule', subject: `concat_ws(':', t.kind, t.effective_from)`, columns: ['kind', 'effective_from', 'keep', 'law_th', 'law_en', 'section', 'is_verified'] },
  { kind: 'removal', table: 'content_removed', subject: `concat_ws('/', t.kind, t.subject)`, columns: ['kind', 'subject', 'digest', 'rule', 'at'] },
  { kind: 'holiday-change', table: 'holiday_change', subject: 't.id::text', columns: ['id', 'year', 'added', 'removed', 'actor', 'at'] },
  {
    kind: 'case', table: 'case_file', subject: 't.id::text', where: 't.submitted_at IS NOT NULL', ofCase: 't.id = $2',
    columns: ['id', 'number', 'account_id', 'acting_for', 'applicant_name', 'journey', 'journey_version', 'filing_kind', 'of_licence', 'created_at', 'submitted_at', 'received_at_legal'],
  },
  { kind: 'filing', table: 'application', subject: 't.id::text', ofCase, columns: ['id', 'case_id', 'number', 'code', 'acting_for', 'estate', 'zone', 'life_of', 'submitted_at', 'received_at_legal'] },
  { kind: 'answers', table: 'answer_change', subject: `concat_ws(':', t.case_id, t.revision)`, where: isFiled, ofCase, columns: ['case_id', 'revision', 'changes', 'actor', 'at'] },
  { kind: 'document', table: 'document', subject: 't.id::text', where: isFiled, ofCase, columns: ['id', 'case_id', 'code', 'file_name', 'kind', 'bytes', 'sha256', 'uploaded_by', 'uploaded_at'] },
  { kind: 'decision-record', table: 'decision_record', subject: `concat_ws(':', t.case_id, t.application)`, ofCase, columns: ['case_id', 'application', 'decided_at', 'decisions', 'sha256'] },
  // A reading of what the lines of histories hand over, which their hashes do not hold.
  { kind: 'clock', table: 'clock_ledger', subject: `concat_ws(':', t.application_id, t.track, t.by_revision)`, ofCase: ofApplication, columns: ['application_id', 'by_revision', 'track', 'party', 'ground', 'from_at'] },
  { kind: 'promised-date', table: 'promised_date', subject: `concat_ws(':', t.application_id, t.ordinal)`, ofCase: ofApplication, columns: ['application_id', 'ordinal', 'at', 'by_revision', 'promised_on', 'statutory_on', 'reason', 'basis'] },
  { kind: 'defect-notice', table: 'defect_notice', subject: 't.id::text', ofCase, columns: ['id', 'case_id', 'number', 'position', 'is_second', 'parts', 'ground', 'reason', 'sent_at', 'answer_by'] },
  {
    kind: 'delay-notice', table: 'delay_notice', subject: 't.id::text', ofCase,
    columns: ['id', 'application_id', 'case_id', 'lane', 'revision', 'round', 'office', 'agency', 'licence', 'number', 'due_at', 'noticed_at', 'reason', 'reason_by', 'expected_on'],
  },
  {
    kind: 'order', table: 'decision_order', subject: 't.id::text', ofCase,
    columns: ['id', 'application_id', 'case_id', 'revision', 'lane', 'kind', 'outcome', 'number', 'office', 'officer', 'facts', 'law', 'considerations', 'remedy', 'decided_at'],
  },
  { kind: 'delivery', table: 'delivery', subject: 't.id::text', ofCase: 't.order_id IN (SELECT id FROM decision_order WHERE case_id = $2)', columns: ['id', 'order_id', 'kind', 'sent_at', 'notified_at', 'recorded_by', 'at'] },
  {
    kind: 'appeal', table: 'appeal', subject: 't.application_id::text', ofCase: ofApplication,
    columns: ['application_id', 'against', 'order_id', 'lane', 'grounds', 'request', 'late_because', 'is_late', 'documents', 'filed_at', 'due_at'],
  },
  { kind: 'reopening', table: 'reopening', subject: 't.appeal_id::text', ofCase: ofApplication, columns: ['appeal_id', 'application_id', 'at'] },
  { kind: 'late-answer', table: 'late_answer', subject: 't.id::text', ofCase, columns: ['id', 'application_id', 'case_id', 'account_id', 'type', 'data', 'digest', 'ended_by', 'ended_at', 'at'] },
  {
    kind: 'bill', table: 'bill', subject: 't.id::text', ofCase,
    columns: ['id', 'application_id', 'case_id', 'office', 'kind', 'lines', 'total', 'biller_id', 'ref1', 'ref2', 'due_at', 'created_at', 'asked_by', 'rates'],
  },
  { kind: 'bill-term', table: 'bill_term', subject: 't.bill_id::text', ofCase: ofBill, columns: ['bill_id', 'application_id', 'year_from', 'due_on', 'times_late', 'grows_on'] },
  { kind: 'joint-payment', table: 'joint_payment', subject: 't.id::text', ofCase, columns: ['id', 'case_id', 'total', 'biller_id', 'ref1', 'ref2', 'created_at'] },
  { kind: 'joint-payment-bill', table: 'joint_payment_bill', subject: `concat_ws(':', t.joint_id, t.bill_id)`, ofCase: ofBill, columns: ['joint_id', 'bill_id'] },
  { kind: 'payment', table: 'payment', subject: 't.transaction_id', ofCase: ofPayment, columns: ['transaction_id', 'bill_id', 'ref1', 'ref2', 'amount', 'outcome', 'raw', 'at'] },
  { kind: 'receipt', table: 'fee_ledger', subject: 't.bill_id::text', ofCase: ofBill, columns: ['bill_id', 'transaction_id', 'office', 'agency', 'amount', 'receipt_number', 'at'] },
  { kind: 'payment-correction', table: 'payment_correction', subject: 't.id::text', ofCase: ofPayment, columns: ['id', 'transaction_id', 'amount', 'outcome', 'raw', 'at'] },
  { kind: 'payment-resolution', table: 'payment_resolution', subject: 't.transaction_id', columns: ['transaction_id', 'how', 'note', 'actor', 'at'] },
  { kind: 'refund', table: 'fee_refund', subject: 't.id::text', ofCase, columns: ['id', 'application_id', 'case_id', 'office', 'amount', 'paid', 'fee', 'by_revision', 'recorded_at'] },
  { kind: 'refund-settlement', table: 'fee_refund_settlement', subject: 't.refund_id::text', columns: ['refund_id', 'how', 'note', 'actor', 'at'] },
  { kind: 'refund-way', table: 'fee_refund_way', subject: 't.refund_id::text', ofCase: 't.refund_id IN (SELECT id FROM fee_refund WHERE case_id = $2)', columns: ['refund_id', 'way', 'reference', 'given_on'] },
  { kind: 'seal-key', table: 'seal_key', subject: 't.kid', columns: ['kid', 'agency', 'use', 'jwk', 'chain', 'attestation', 'created_at'] },
  { kind: 'licence', table: 'licence', subject: 't.number', ofCase, columns: ['number', 'application_id', 'case_id', 'code', 'office', 'issued_on', 'issued_at'] },
  {
    kind: 'licence-edition', table: 'licence_edition', subject: `concat_ws(':', t.number, t.edition)`,
    ofCase: 't.number IN (SELECT number FROM licence WHERE case_id = $2) AND t.account_id = (SELECT account_id FROM case_file WHERE id = $2)',
    columns: ['number', 'edition', 'why', 'by_application', 'account_id', 'holder', 'business_name', 'place_th', 'place_en', 'valid_from', 'valid_until', 'paper_key', 'at'],
  },
  { kind: 'licence-paper', table: 'licence_paper', subject: `concat_ws(':', t.number, t.edition)`, ofCase: 't.number IN (SELECT number FROM licence WHERE case_id = $2)', columns: ['number', 'edition', 'agency', 'kid', 'sealed_at'] },
  { kind: 'licence-status', table: 'licence_status', subject: `concat_ws(':', t.number, t.edition)`, columns: ['number', 'edition', 'agency', 'index'] },
  {
    kind: 'notice', table: 'notice', subject: 't.id::text', ofCase: 't.case_id = $2 AND t.account_id = (SELECT account_id FROM case_file WHERE id = $2)',
    columns: ['id', 'account_id', 'case_id', 'application_id', 'revision', 'notice', 'lane', 'title_th', 'title_en', 'words_th', 'words_en', 'at'],
  },
];
