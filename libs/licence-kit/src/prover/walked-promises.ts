import type { LicenceDefinition } from '../definition/licence-definition';
import type { Chart } from './chart';
import type { LongestPath } from './days/longest-path';
import type { Exploration } from './explore';
import type { Finding } from './promise';
import { canBeExplored } from './promises/can-be-explored';
import { deemedApprovalOnlyByLaw } from './promises/deemed-approval';
import { everyStateIsReached } from './promises/every-state-is-reached';
import { joinsFire } from './promises/joins-fire';
import { lanesFollowTheirRules } from './promises/lanes-follow-their-rules';
import { longestPathIsLawful } from './promises/longest-path-is-lawful';
import { loopsAreBounded } from './promises/loops-are-bounded';
import { noDeadEnd } from './promises/no-dead-end';
import { noSecondQuestionWithoutGround } from './promises/no-second-question-without-ground';
import { noTaskAfterItsLane } from './promises/no-task-after-its-lane';
import { nothingIssuedOverARefusal, nothingIssuedUnpaid, nothingIssuedUnreviewed } from './promises/nothing-issued-wrongly';
import { nothingLeftOpen } from './promises/nothing-left-open';
import { officesHaveAClock } from './promises/offices-have-a-clock';
import { zeroFeeNeverWaits } from './promises/zero-fee-never-waits';
import type { Walk } from './views/views';

type WalkedPromise = (definition: LicenceDefinition, exploration: Exploration) => Finding;

/** What has to hold in every view of a definition. */
const inEveryView: readonly WalkedPromise[] = [
  noDeadEnd, joinsFire, nothingIssuedUnpaid, nothingIssuedUnreviewed, nothingIssuedOverARefusal, nothingLeftOpen, officesHaveAClock,
  loopsAreBounded, noSecondQuestionWithoutGround, noTaskAfterItsLane, zeroFeeNeverWaits, lanesFollowTheirRules, deemedApprovalOnlyByLaw,
];

/** What walking through a definition shows: the first view that breaks a promise tells the story. */
export function lookIntoWalk(definition: LicenceDefinition, chart: Chart, walk: Walk, paths: readonly LongestPath[]): Finding[] {
  return [
    firstBroken(walk.explored.map((exploration) => canBeExplored(definition, exploration))),
    everyStateIsReached(definition, chart, walk),
    ...inEveryView.map((promise) => firstBroken(walk.views.map((view) => promise(view.definition, view.exploration)))),
    longestPathIsLawful(definition, paths),
  ];
}

function firstBroken(findings: readonly Finding[]): Finding {
  return findings.find(({ isKept }) => !isKept) ?? (findings[0] as Finding);
}
