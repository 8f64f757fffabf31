import { canonicalJson, readvance, reopen, statusOf, type Effect, type LicenceDefinition, type StoredState, type Text } from '@anuyat/licence-kit';
import { relocate, type LivedStep } from '@anuyat/licence-kit/versions';
import { CHAIN_START, chainHash } from '../history-chain';
import { ClockRebuilder, type DueAt } from './rebuilt-clocks';
import { replayStories } from './replay-stories';
import { VERSION_MOVED, type StoredApplication, type StoredLine, type VersionMove } from './stored-application';

export type ReplayFaultCode =
  | 'missing-line' | 'broken-chain' | 'changed-line' | 'unknown-version' | 'impossible-event' | 'other-state' | 'other-effects'
  | 'other-snapshot' | 'other-status' | 'other-revision' | 'other-version' | 'other-hash' | 'other-clocks';

/** The first place at which an application and its history differ. */
export interface ReplayFault {
  applicationId: string;
  number: string | null;
  code: string;
  version: number;
  /** The line of the history at which it shows; the last one for what is stored beside it. */
  revision: number;
  fault: ReplayFaultCode;
  story: Text;
}

/** A published definition; undefined where the version was never published. */
export type FindDefinition = (code: string, version: number) => LicenceDefinition | undefined;

/**
 * Rebuilds an application from its history, each step under the definition that was in force for it then, and compares what comes out
 * with what is stored: every state, every effect and hash on the way, and at last snapshot, status, version, clocks and last hash.
 * Pure. @returns the first difference, or nothing when it is the same byte for byte (of canonical JSON).
 */
export function replayApplication(stored: StoredApplication, find: FindDefinition, dueAt: DueAt): ReplayFault | undefined {
  const { id, number, code } = stored;
  const faultAt = (revision: number, fault: ReplayFaultCode, detail: { expected?: string; found?: string } = {}): ReplayFault => ({
    applicationId: id, number, code, version: stored.version, revision, fault,
    story: replayStories(fault, { number: number ?? id, revision, type: stored.history[revision - 1]?.type ?? '', ...detail }),
  });
  const clocks = new ClockRebuilder(stored.receivedAtLegal, dueAt);
  const lived: LivedStep[] = [];
  let version = firstVersionOf(stored);
  let previous = CHAIN_START;
  let state: StoredState | undefined;
  for (const [at, line] of stored.history.entries()) {
    const revision = at + 1;
    if (line.revision !== revision) return faultAt(revision, 'missing-line');
    if (!line.previousHash.equals(previous)) return faultAt(revision, 'broken-chain');
    if (!line.hash.equals(hashOf(id, previous, line))) return faultAt(revision, 'changed-line');
    const step = stepOf(code, version, state, line, lived, find);
    if (typeof step === 'string') return faultAt(revision, step);
    if (canonicalJson(step.state) !== canonicalJson(line.state)) return faultAt(revision, 'other-state', differing(step.state, line.state));
    if (canonicalJson(step.effects) !== canonicalJson(line.effects)) return faultAt(revision, 'other-effects', differing(step.effects, line.effects));
    clocks.take(line, step.effects);
    if (line.type !== VERSION_MOVED) lived.push({ type: line.type, rulings: line.rulings });
    version = step.version;
    state = step.state;
    previous = line.hash;
  }
  return storedFault(stored, { state, version, previous, clocks }, faultAt);
}

interface Step {
  state: StoredState;
  effects: readonly Effect[];
  version: number;
}

/** An application that moved was filed under the version that its first move left. */
function firstVersionOf({ version, history }: StoredApplication): number {
  const moved = history.find(({ type }) => type === VERSION_MOVED);
  return moved ? (moved.data as VersionMove).from : version;
}

function stepOf(code: string, version: number, state: StoredState | undefined, line: StoredLine, lived: readonly LivedStep[], find: FindDefinition): Step | 'unknown-version' | 'impossible-event' {
  const definition = find(code, version);
  if (!definition) return 'unknown-version';
  try {
    if (line.type === VERSION_MOVED && state) return movedStep(code, definition, state, line, lived, find);
    return { ...(state ? readvance(definition, state, line.type, line.rulings) : reopen(definition, line.rulings)), version };
  } catch {
    return 'impossible-event';
  }
}

function movedStep(code: string, before: LicenceDefinition, state: StoredState, line: StoredLine, lived: readonly LivedStep[], find: FindDefinition): Step | 'unknown-version' | 'impossible-event' {
  const { to } = line.data as VersionMove;
  const after = find(code, to);
  if (!after) return 'unknown-version';
  const moved = relocate(before, after, state, lived, (rule) => line.rulings[rule]);
  return 'why' in moved ? 'impossible-event' : { state: moved.state, effects: moved.effects, version: to };
}

function storedFault(
  stored: StoredApplication,
  { state, version, previous, clocks }: { state: StoredState | undefined; version: number; previous: Buffer; clocks: ClockRebuilder },
  faultAt: (revision: number, fault: ReplayFaultCode, detail?: { expected?: string; found?: string }) => ReplayFault,
): ReplayFault | undefined {
  const last = stored.history.length;
  if (!state || stored.revision !== last) return faultAt(last, 'other-revision', { expected: String(last), found: String(stored.revision) });
  if (stored.version !== version) return faultAt(last, 'other-version', { expected: String(version), found: String(stored.version) });
  if (canonicalJson(stored.state) !== canonicalJson(state)) return faultAt(last, 'other-snapshot', differing(state, stored.state));
  if (stored.status !== statusOf(state.value)) return faultAt(last, 'other-status', { expected: statusOf(state.value), found: stored.status });
  if (!stored.lastHash.equals(previous)) return faultAt(last, 'other-hash');
  const difference = clocks.findDifference(stored.clocks);
  return difference ? faultAt(last, 'other-clocks', difference) : undefined;
}

function hashOf(applicationId: string, previous: Buffer, { revision, type, data, actor, at, rulings, state, effects }: StoredLine): Buffer {
  return chainHash(previous, { applicationId, revision, type, data, actor, at, rulings, state, effects });
}

function differing(expected: unknown, found: unknown): { expected: string; found: string } {
  return { expected: canonicalJson(expected), found: canonicalJson(found) };
}
