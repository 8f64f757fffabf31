import { Roles1763683200000 } from './20261121T0000-roles';
import { Definitions1763683800000 } from './20261121T0010-definitions';
import { Cases1763684400000 } from './20261121T0020-cases';
import { Applications1763685000000 } from './20261121T0030-applications';
import { Reviews1763685600000 } from './20261121T0040-reviews';
import { FeesAndLicences1763686200000 } from './20261121T0050-fees-and-licences';
import { Identity1763690400000 } from './20261121T0200-identity';
import { NewestTasksInPageOrder1763769600000 } from './20261122T0000-newest-tasks-in-page-order';
import { PaymentsOfAnyAmount1763770200000 } from './20261122T0010-payments-of-any-amount';
import { ClockLedger1763773800000 } from './20261122T0110-clock-ledger';
import { DelaysAndCalendarChanges1763774460000 } from './20261122T0120-delays-and-calendar-changes';
import { WhoDecides1763780400000 } from './20261122T0300-who-decides';
import { OrdersAndAppeals1763781000000 } from './20261122T0310-orders-and-appeals';
import { DefectNotices1763776800000 } from './20261122T0200-defect-notices';
import { LicencesLive1763784000000 } from './20261122T0400-licences-live';
import { Versions1763787600000 } from './20261122T0500-versions';
import { DecisionRecords1763791200000 } from './20261122T0600-decision-records';
import { ApplicationsThatWait1763794800000 } from './20261122T0700-applications-that-wait';
import { PaymentsTogether1763795400000 } from './20261122T0710-payments-together';
import { FeeRates1763796000000 } from './20261122T0720-fee-rates';
import { LedgerInTheHistory1763797800000 } from './20261122T0750-ledger-in-the-history';
import { PromisedDates1763798460000 } from './20261122T0800-promised-dates';
import { LateAnswers1763802000000 } from './20261122T0900-late-answers';
import { Proofs1763809200000 } from './20261122T1100-proofs';
import { Ledger1763816400000 } from './20261122T1300-ledger';
import { WhatIsFiledStays1763817000000 } from './20261122T1310-what-is-filed-stays';
import { SealedPapers1763812800000 } from './20261122T1200-sealed-papers';
import { PeopleWhoProveThemselves1763827260000 } from './20261122T1500-people-who-prove-themselves';
import { FeeDifferences1763806800000 } from './20261122T1000-fee-differences';
import { Vault1763820000000 } from './20261122T1400-vault';
import { LicenceStatusLists1763813400000 } from './20261122T1210-licence-status-lists';
import { Mandates1763827320000 } from './20261122T1520-mandates';
import { SecondDemands1763807400000 } from './20261122T1010-second-demands';
import { AccessNotes1763827800000 } from './20261122T1540-access-notes';
import { AgencySystems1763913600000 } from './20261123T0800-agency-systems';
import { NoticesForStaff1763881200000 } from './20261123T0700-notices-for-staff';
import { LeastRights1763835600000 } from './20261122T1740-least-rights';
import { Passkeys1763834390000 } from './20261122T1700-passkeys';
import { FeesThatAreDue1763830200000 } from './20261122T1620-fees-that-are-due';
import { EveryLook1763834400000 } from './20261122T1720-every-look';
import { Retention1763834460000 } from './20261122T1721-retention';
import { RefundsTold1763830261000 } from './20261122T1621-refunds-told';
import { Officers1763834520000 } from './20261122T1701-officers';
import { SecurityEvents1763870400000 } from './20261123T0400-security-events';
import { OrdersAboutLicences1763802600000 } from './20261122T0910-orders-about-licences';
import { Uploads1763863200000 } from './20261123T0200-uploads';
import { RowsOfPeople1763920800000 } from './20261123T1000-rows-of-people';
import { StuckWork1763931600000 } from './20261123T1300-stuck-work';
import { FilingsThatRest1763932200000 } from './20261123T1310-filings-that-rest';
import { Mail1763917200000 } from './20261123T0900-mail';
import { RevocationsThatAreFinal1763938800000 } from './20261123T1500-revocations-that-are-final';
import { RowsOfMail1763933400000 } from './20261123T1330-rows-of-mail';
import { VersionProposals1763928000000 } from './20261123T1200-version-proposals';
import { CountsUnderRowSecurity1763942400000 } from './20261123T1600-counts-under-row-security';
import { LateIsCountedByThePortal1763942460000 } from './20261123T1601-late-is-counted-by-the-portal';

/** Every migration, in order. */
export const migrations = [
  Roles1763683200000,
  Definitions1763683800000,
  Cases1763684400000,
  Applications1763685000000,
  Reviews1763685600000,
  FeesAndLicences1763686200000,
  Identity1763690400000,
  NewestTasksInPageOrder1763769600000,
  PaymentsOfAnyAmount1763770200000,
  ClockLedger1763773800000,
  DelaysAndCalendarChanges1763774460000,
  WhoDecides1763780400000,
  OrdersAndAppeals1763781000000,
  DefectNotices1763776800000,
  LicencesLive1763784000000,
  Versions1763787600000,
  DecisionRecords1763791200000,
  ApplicationsThatWait1763794800000,
  PaymentsTogether1763795400000,
  FeeRates1763796000000,
  LedgerInTheHistory1763797800000,
  PromisedDates1763798460000,
  LateAnswers1763802000000,
  Proofs1763809200000,
  Ledger1763816400000,
  WhatIsFiledStays1763817000000,
  SealedPapers1763812800000,
  PeopleWhoProveThemselves1763827260000,
  FeeDifferences1763806800000,
  Vault1763820000000,
  LicenceStatusLists1763813400000,
  Mandates1763827320000,
  SecondDemands1763807400000,
  AccessNotes1763827800000,
  LeastRights1763835600000,
  FeesThatAreDue1763830200000,
  RefundsTold1763830261000,
  OrdersAboutLicences1763802600000,
  Passkeys1763834390000,
  EveryLook1763834400000,
  Retention1763834460000,
  Officers1763834520000,
  Uploads1763863200000,
  SecurityEvents1763870400000,
  NoticesForStaff1763881200000,
  AgencySystems1763913600000,
  RowsOfPeople1763920800000,
  StuckWork1763931600000,
  FilingsThatRest1763932200000,
  Mail1763917200000,
  RowsOfMail1763933400000,
  VersionProposals1763928000000,
  RevocationsThatAreFinal1763938800000,
  CountsUnderRowSecurity1763942400000,
  LateIsCountedByThePortal1763942460000,
];
