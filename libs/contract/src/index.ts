export type { Problem, FieldProblem, ProblemCode } from './problem';
export type { Role, Me, AccountView, OfficeMembershipView, OfficeRef, PersonaView, SessionView, OwnSession, ProviderView } from './people';
export type { JourneySummary, JourneyView, OpeningPlanView, PlannedOpening, PlanView, PlannedLicence, PlaceView, LicenceTypeView } from './journeys';
export type {
  CaseStatus, ApplicationStatus, CasePage, CaseSummary, Move, CaseView, ApplicationView, StationState, LaneView, StationView,
  LineMap, TimelineEntry, DocumentView, ComposedForm, FormTopic, FormDocument, CaseCheck, FeeLine, WorkedFee,
  OpenCase, AnswersPatch, AnswersSaved, SubmitCase, CarriedOver,
} from './cases';
export type { BillView, EnterRate, EnteredRateView, FeeRatesView, JointPaymentPart, JointPaymentView, GiveBack, OfficeStatement, PaymentResolution, RefundDue, RefundWay, StatementDay, StatementEntry, UnmatchedPayment, LatePaymentView } from './money';
export type { AnnualFeeView, LicenceView, LicenceVerification, PaperView, SealKeys, LicenceStanding, LicenceLifeView, LicenceRule, RenewalView, IntentView, OrderView, LicenceEdition, LicencePage, OfferView } from './papers';
export type { RemedyView, WrittenOrder, DeliveryView, RecordDelivery, HearingView, LateAnswerView, AppealView, FileAppeal, FiledAppeal } from './orders';
export type { TaskStatus, TaskPage, TaskSummary, TaskView, InspectionView } from './desk';
export type { EventRequest, EventReply, EventData, Moved } from './events';
export type { MonitorOverview, SecondDemands, StatusCounts, EstateCount, MonitorPage, MonitoredApplication, MonitoredApplicationView } from './monitor';
export type { AreaOption, AreaMatch, TerritoryOption, TsicOption, HolidayView } from './reference';
export type { ActingSystem, Actor, PersonActor, PortalActor } from './actor';
export { Refusal } from './refusal';
export type { DelayNoticePage, DelayNoticeView, CalendarGap, StretchView, TrackView } from './clocks';
export type { CaseLedgerView, LedgerConsistency, LedgerRootView, LedgerView } from './ledger';
export type { PromiseView, PromiseRecordView, PromiseCounts, ToldCounts } from './promises';
export type { AskAddress, LetterView, MailLanguage, MailSettingsView, MailTrouble, NoticeView, StaffNoticeView } from './notices';
export type { DecisionKind, DecisionView, WhyView } from './why';
export type {
  VersionState, VersionSummary, VersionedLicence, LicenceVersions, VersionDifference, VersionDiff, ShadowKind, ShadowCase, ShadowRun,
  MoveVerdict, PlannedMove, MovePlan, MoveApplications, MoveOutcome, ProposalKind, ProposalState, VersionProposal, VersionProposals,
} from './versions';
export type { AttachFromVault, ScanState, TellDates, UploadView, VaultPaper, VaultView } from './vault';
export type { ManualAppeal, ManualView, ManualStep, ManualPaper, ManualFee } from './manual';
export type { AnswerNotices, CorrectionView, DefectNoticeView, GatheringView, QuestionItem, QuestionView } from './questions';
export type { AskMandate, MandateAct, MandateRequestView, MandatesView, MandateView } from './mandates';
export type { AccessView } from './my-data';
export type { AskProof, PasskeyAnswer, PasskeyAsked, PasskeyView, SecondStep } from './passkeys';
export type { ExceptionGround, ExceptionView, ExceptionalFileView, OpenException } from './exceptions';
export type { RetentionKind, RetentionRuleView, RetentionWorkView } from './retention';
export type { StuckStep, StuckWorkView } from './stuck';
export type { AgencyPeopleView, ChangeTerm, CoverView, InvitationView, InvitedOfficer, InviteOfficer, MyOfficeView, NameCover, OfficerView, PeopleNoteView, TermView } from './officers';
export type { AgencySystemsView, AgencySystemView, OwnSystemView, RegisteredSystem, RegisterSystem } from './agency-systems';
export type { OwnSecurityEvent, OwnSecurityView, RecordedPerson, SecurityEventKind, SecurityEventPage, SecurityEventView } from './security';
