import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import type { AnswersSaved, CaseView, Problem } from '@anuyat/contract';
import { withAnswer } from '@anuyat/form-renderer';
import type { CaseAnswers } from '@anuyat/licence-kit';
import { ApiClient } from '../../core/api-client';
import { isWorthRepeating, toProblem } from '../../core/problem';
import { LocalCopy } from './local-copy';
import type { Pending } from './local-copy';
import { WindowTalk } from './window-talk';

const PAUSE_MS = 700;
const LONGEST_WAIT_MS = 30_000;

/** `saved`: the server has everything. `waiting`: kept on this device. `conflict`: another window changed the same answer. */
export type SavingState = 'saved' | 'saving' | 'waiting' | 'refused' | 'conflict';

/**
 * Keeps the answers of a draft: takes each change at once into this device's copy, sends it after a pause, sends again
 * until the server has it, and tells the other windows. Nothing that was typed is ever lost, nor silently overwritten.
 */
@Injectable()
export class DraftKeeper {
  private readonly api = inject(ApiClient);
  private readonly window = crypto.randomUUID();
  private readonly state = signal<SavingState>('saved');
  private readonly trouble = signal<Problem | undefined>(undefined);
  private readonly latest = signal<CaseAnswers>({});
  private readonly redraws = signal(0);
  private readonly changedLicences = signal<AnswersSaved['licences']>(undefined);
  private pending: Pending = {};
  private base = 0;
  private caseId = '';
  private copy: LocalCopy | undefined;
  private talk: WindowTalk | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | undefined;
  private tries = 0;

  readonly answers = this.latest.asReadonly();
  readonly saving = this.state.asReadonly();
  readonly problem = this.trouble.asReadonly();
  /** Counts up when answers came from elsewhere, so that forms draw themselves anew. */
  readonly round = this.redraws.asReadonly();
  readonly licences = this.changedLicences.asReadonly();
  readonly conflicts = computed(() => this.trouble()?.conflicts ?? []);

  constructor() {
    const retryNow = () => void this.flush();
    addEventListener('online', retryNow);
    inject(DestroyRef).onDestroy(() => {
      removeEventListener('online', retryNow);
      this.talk?.close();
    });
  }

  /** Takes over a case as the server knows it; what this device still holds for it is put on top and sent. */
  open(shown: CaseView): void {
    if (this.caseId !== shown.id) {
      this.caseId = shown.id;
      this.copy = new LocalCopy(shown.id);
      this.talk?.close();
      this.talk = new WindowTalk(shown.id, (saved) => this.hear(saved.revision, saved.changes));
      this.pending = this.copy.read();
      this.trouble.set(undefined);
      this.state.set('saved');
      this.changedLicences.set(undefined);
    } else if (shown.answersRevision < this.base) {
      return;
    }
    this.base = shown.answersRevision;
    this.latest.set(Object.entries(this.pending).reduce((answers, [path, value]) => withAnswer(answers, path, value), shown.answers));
    this.redraws.update((round) => round + 1);
    if (Object.keys(this.pending).length > 0) void this.flush();
  }

  take(path: string, value: unknown): void {
    this.latest.update((answers) => withAnswer(answers, path, value));
    this.pending = { ...this.pending, [path]: value ?? null };
    this.copy?.write(this.pending);
    if (this.state() === 'conflict') return;
    this.state.set('saving');
    this.sendIn(PAUSE_MS);
  }

  /** Sends what is left now, one message after the other; true when the server has everything. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (Object.keys(this.pending).length === 0 || this.state() === 'conflict') return this.state() === 'saved';
    this.sending = this.send().finally(() => (this.sending = undefined));
    await this.sending;
    return this.state() === 'saving' ? this.flush() : this.state() === 'saved';
  }

  /** Ends a conflict: for each path the person chose their own value or the other one. */
  async settle(choices: ReadonlyMap<string, 'yours' | 'theirs'>): Promise<void> {
    for (const { path, theirs } of this.conflicts()) {
      if (choices.get(path) === 'yours') continue;
      const { [path]: _dropped, ...rest } = this.pending;
      this.pending = rest;
      this.latest.update((answers) => withAnswer(answers, path, theirs));
    }
    this.base = this.trouble()?.currentRevision ?? this.base;
    this.copy?.write(this.pending);
    this.trouble.set(undefined);
    this.state.set('saved');
    this.redraws.update((round) => round + 1);
    await this.flush();
  }

  forgetLicences(): void {
    this.changedLicences.set(undefined);
  }

  private async send(): Promise<void> {
    const sent = this.pending;
    this.state.set('saving');
    try {
      const saved = await this.api.saveAnswers(this.caseId, { base: this.base, changes: sent, window: this.window }, crypto.randomUUID());
      this.base = saved.answersRevision;
      this.tries = 0;
      this.trouble.set(undefined);
      if (saved.licences) this.changedLicences.set(saved.licences);
      this.pending = Object.fromEntries(Object.entries(this.pending).filter(([path, value]) => !(path in sent) || sent[path] !== value));
      this.copy?.write(this.pending);
      this.talk?.tell({ revision: saved.answersRevision, changes: sent });
      const isMore = Object.keys(this.pending).length > 0;
      this.state.set(isMore ? 'saving' : 'saved');
      if (isMore) this.sendIn(PAUSE_MS);
    } catch (error) {
      this.explain(toProblem(error));
    }
  }

  private explain(problem: Problem): void {
    this.trouble.set(problem);
    if (problem.code === 'answers-changed') return this.state.set('conflict');
    if (!isWorthRepeating(problem) && problem.code !== 'not-signed-in') return this.state.set('refused');
    this.state.set('waiting');
    this.sendIn(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** this.tries++));
  }

  /** Another window saved: what is not being changed here follows it. */
  private hear(revision: number, changes: Pending): void {
    const theirs = Object.entries(changes).filter(([path]) => !(path in this.pending));
    if (revision <= this.base) return;
    if (theirs.length === Object.keys(changes).length) this.base = revision;
    this.latest.update((answers) => theirs.reduce((all, [path, value]) => withAnswer(all, path, value), answers));
    this.redraws.update((round) => round + 1);
  }

  private sendIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }
}
