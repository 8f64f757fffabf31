import type { FactClass, Standing } from '@anuyat/access';
import type { Row } from './access-table';
import type { Who } from './access-world';
import { operationOf } from './access-table';

/**
 * The class of every field of an answer that tells of somebody's matter, by its name. A field that is not here fails the spec of access; whoever
 * adds one says how private it is, and the spec then asks the policy for every role. Guarded classes come first.
 */
const names: Partial<Record<FactClass, string>> = {
  personal: 'address accountId applicantName applicant_name contact name phone firstName lastName ip agent uploadedBy',
  financial: 'payerAccountName payerAccountNumber payerName sendingBankCode receivingBankCode transactionType raw satang receiptNumber',
  casework: 'note considerations findings words message grounds request lateBecause lateAnswers corrections questions demand proposal hearings inspections',
  public: 'businessName business place position zone estate territory',
  technical: `
    acceptedBy accepts account actingFor action acts addedAt administrators agency allowed amount annual answerDays answers answersRevision appeal
    application applicationId applicationNumber applications askable asked asOf assignee at because bill billedDaysBefore billerId bills businesses by
    byStatus bytes cancellation caseId caseNumber causes checkedAt citation code colleagues colour companies conditions counts covers createdAt
    criticalPath day days daysLeft dayUnit decidedAt deliveries demands details district documents dueAt dueToday duty edition editions effectiveFrom ended
    endsAt endsOn entries escalated escalatedFor estates event expiresAt expiresOn expiring facts fee feeTotal few fileName files firstKept firstMade
    freshMonths freshUntil from given ground group groupTitle hasInspection hearing history holder how ial id idleUntil in-review intent invitations
    isCritical isFeeKnown isFound isLate isNeeded isOpen isOver isOverdue isReady isRequired isSignedIn issued issuedBy issuedOn isThisOne isVerified
    isWaitedFor items journey kept kid kind kinds label lane laneDefinition lanes lanesMap laneTitle lastSeenAt lastSignedInAt lat late lateNow law licence
    licenceNumber licences lifeId lines link localAuthority lon looksAfter made maxBytes may mayAppeal mine month mostDays move needed needs next
    nextDueAt nextOn notes notices notifiedAt number office officeBecause officeCode officer officers offices on open opening opensOn order orders
    outcome overdue owner paid paidAt papers parts party passkeys path payee per percent permissions problem problems promise promises provedAt
    provider province purpose qr readAt reader reads readsDocuments reason received receivedAtLegal recordedAt ref1 ref2 reference refund refunded
    refunds refundsDue refused remedy renewal reviewStartedAt revision revisions roles says scan schema sealedAt sealedBy secondDemands section sentAt
    session sha256 share signedInAt since slackDays source stage stampedAt standing standsIn startsOn state stateLabel stations status statutoryBy
    stretches subdistrict submittedAt subtitle supervisors suspension taskId terms territories timeline times title to today toDecide topics total totals tracks transfer
    uncertainYears unit unmatched unpaid until untoldDecisions updatedAt uploadedAt usedBy valid validFrom validUntil verdict version waitsFor way
    what who why withdrawn withinDays withoutReason working yearFrom
    isResting lastAt nextAt rule stuck times call count isByMe isFromHere network staff
    call count isByMe isFromHere network staff
    answer confirmedAt current failingSince isAvailable isMailed language letter sender triesLeft trouble
    confirmedBy keyThumbprint mayConfirm reachedAt registeredAt registeredBy systems unreached url waiting webhook webhookSecret
  `,
};

/** Answers that say what the portal is and nothing of anybody, whole exports for the person they are about, and files. */
const elsewhere = [
  'openapi.json', '/admin/versions', '/my-data/copy', '/content', '/preview', '/pdf', '/receipt', '/csv', '/credential', '/stream', '/months/', '/fee-rates', '/retention', '/form', '/why', '/journeys', '/licence-types', '/reference/',
  '/health/', '/seals/', '/cases/{id}/history', '/ledger', '/orders/{id}/paper', '/auth/passkeys', '/auth/personas', '/auth/providers', '/auth/login', '/auth/step-up', '/auth/logout', '/auth/callback', '/mandates/directorships',
];

/** Parts of an answer whose fields are facts of forms: they are compared fact by fact. */
export const factParts = ['answers', 'schema', 'changes', 'data', 'attestation', 'inputs', 'effects', 'timeline', 'rates'];

/** What a person asks about themselves, whoever they are. */
const oneself = ['/auth/', '/my-data/', '/mandates', '/notices', '/mail/'];

/** Whether the answer's fields have to be in the table. */
export const isClassed = (row: Row): boolean => !elsewhere.some((part) => operationOf(row).includes(part));

/** What somebody is to the objects of a row, the owner's. */
export function standingIn(row: Row, who: Who): Standing {
  const operation = operationOf(row);
  if (who === 'stranger') return 'public';
  if (oneself.some((part) => operation.includes(part))) return 'own';
  if (row.is.stranger === undefined) return 'public';
  if (who === 'owner' || who === 'otherApplicant') return 'own';
  if (who === 'administrator') return 'administering';
  if (who === 'monitor' || who === 'otherMonitor') return 'watching';
  return operation.includes('/exceptions/{id}') ? 'exceptional' : 'reviewing';
}

const classes = new Map(Object.entries(names).flatMap(([of, list]) => list.split(/\s+/).map((name) => [name, of as FactClass] as const)));

/** @returns undefined for a field that nobody has said anything of. */
export const classOfField = (name: string): FactClass | undefined => classes.get(name);
