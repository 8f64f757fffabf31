import { Injectable, computed, inject, signal } from '@angular/core';
import { ApiClient } from '../../../core/api-client';
import { Act as Once } from '../../../core/act';
import { ReviewFile } from '../review-file';
import { DecisionSender } from './decision-sender';
import type { Happening, Outcome } from './decision-sender';
import { DraftShelf } from './draft-shelf';
import { EMPTY_DRAFT, dataOf, faultsOf } from './drafts';
import type { Act, Draft, DraftFault, DraftItem } from './drafts';
import { firstWords } from './first-words';

/** What became of the last decision. */
export type Result = { kind: 'done'; act: Act } | { kind: 'overtaken'; act: Act; happened: Happening[] };

/** One officer deciding one task: the act that is open, what is written for it, its sending, and what came of it. */
@Injectable()
export class Deciding {
  private readonly api = inject(ApiClient);
  private readonly file = inject(ReviewFile);
  private readonly shelf = inject(DraftShelf);
  private readonly sender = new DecisionSender({
    send: (id, request, key) => this.api.sendEvent(id, request, key),
    refetch: () => this.file.refetch(),
  });
  private readonly opened = signal<Act | null>(null);
  private readonly written = signal<Draft>(EMPTY_DRAFT);
  private readonly told = signal<Result | null>(null);
  private readonly wrong = signal<DraftFault[]>([]);
  private readonly closing = signal(false);
  private readonly knownEntries = signal<ReadonlySet<string>>(new Set());
  private readonly once = signal(this.makeOnce());

  readonly act = this.opened.asReadonly();
  readonly draft = this.written.asReadonly();
  readonly result = this.told.asReadonly();
  /** What the last look found; a new look gives a new list, typing does not. */
  readonly faults = this.wrong.asReadonly();
  /** Those of them that are not mended yet. */
  readonly stillWrong = computed(() => {
    const [act, before] = [this.opened(), this.wrong()];
    if (!act || before.length === 0) return before;
    const now = faultsOf(act, this.written(), new Date());
    return before.filter((fault) => now.some(({ target, words }) => target === fault.target && words === fault.words));
  });
  readonly isSending = computed(() => this.opened() !== null && (this.once().isBusy() || this.closing()));
  readonly problem = computed(() => (this.opened() === null ? null : this.once().problem()));
  /** Whether the open act may still be sent; what is written for one that came too late stays readable. */
  readonly isStillOpen = computed(() => this.file.task()?.acts.some(({ event }) => event === this.opened()?.event) === true);

  /** What others did since the form was opened, oldest first. */
  readonly meanwhile = computed((): Happening[] => {
    const known = this.knownEntries();
    const news = (this.file.task()?.history ?? []).filter(({ id }) => !known.has(id));
    return news.map(({ at, what, by, note }) => ({ at, what, by, ...(note ? { note } : {}) })).sort((a, b) => a.at.localeCompare(b.at));
  });

  /** Opens the form of an act with what was written for it before. Its key is made here. */
  open(act: Act): void {
    this.once.set(this.makeOnce());
    this.told.set(null);
    this.wrong.set([]);
    this.knownEntries.set(new Set(this.file.task()?.history.map(({ id }) => id)));
    const task = this.file.task();
    this.written.set(this.shelf.take(this.file.id(), act.event, task ? firstWords(act, task) : {}));
    this.opened.set(act);
  }

  /** Opens the form that was left to confirm who one is, if it may still be sent. */
  reopen(): void {
    const event = this.shelf.takeOpen(this.file.id());
    const act = this.file.task()?.acts.find((one) => one.event === event);
    if (act && !this.opened()) this.open(act);
  }

  /** Closes the form; what is written stays on the shelf. */
  close(): void {
    this.opened.set(null);
    this.wrong.set([]);
  }

  write(part: Partial<Draft>): void {
    this.written.update((draft) => ({ ...draft, ...part }));
    const act = this.opened();
    if (act) this.shelf.put(this.file.id(), act.event, this.written());
  }

  /** Picks a fact or document to ask about, or drops it with its message. */
  pick(item: DraftItem, isPicked: boolean): void {
    const others = this.written().items.filter(({ kind, target }) => kind !== item.kind || target !== item.target);
    this.write({ items: isPicked ? [...others, item] : others });
  }

  /** Looks at what is written. Gives whether it could be sent. */
  check(): boolean {
    const act = this.opened();
    if (!act) return false;
    this.wrong.set(faultsOf(act, this.written(), new Date()));
    return this.wrong().length === 0;
  }

  async send(): Promise<void> {
    const act = this.opened();
    const seen = this.file.task();
    if (!act || !seen || !this.check()) return;
    const data = dataOf(act, this.written());
    const outcome = await this.once().run({ type: act.event, data, revision: seen.application.revision });
    if (!outcome && this.once().problem()?.code === 'step-up-needed') this.shelf.leaveOpen(this.file.id(), act.event);
    if (!outcome) return;
    if (outcome.kind === 'overtaken') {
      this.told.set({ kind: 'overtaken', act, happened: outcome.happened });
      return;
    }
    this.shelf.clear(this.file.id(), act.event);
    this.closing.set(true);
    await this.file.refetch().catch(() => undefined);
    this.closing.set(false);
    this.opened.set(null);
    this.told.set({ kind: 'done', act });
  }

  private makeOnce(): Once<Outcome> {
    return new Once<Outcome>((key) => {
      const act = this.opened();
      const seen = this.file.task();
      if (!act || !seen) throw new Error('Nothing is open to be sent.');
      return this.sender.decide({ seen, type: act.event, data: dataOf(act, this.written()), key });
    });
  }
}
