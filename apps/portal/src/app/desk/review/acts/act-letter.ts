import { Component, computed, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { TaskView } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Letter, SayPipe } from '@anuyat/ui';
import { Session } from '../../../core/session';
import type { Act, Draft } from '../deciding/drafts';

/** What the applicant will read, before it is sent: the questions, or the refusal with its reasons. */
@Component({
  selector: 'desk-act-letter',
  imports: [Letter, SayPipe, TranslocoPipe],
  template: `
    <p class="small strong">{{ 'desk.letter.preview' | transloco }}</p>
    <ui-letter [number]="task().number" [date]="today" [from]="task().office.title | say" [to]="task().applicantName" [subject]="subject() | transloco: { licence: (task().licence.title | say) }" [signer]="signer() | say">
      @if (act().needs === 'items') {
        <p>{{ 'desk.letter.itemsOpening' | transloco }}</p>
        <ol>
          @for (item of items(); track item.kind + item.target) {
            <li><span class="strong">{{ item.title | say }}</span><br /><span class="as-written">{{ item.message }}</span></li>
          }
        </ol>
        @if (draft().note.trim()) {
          <p class="as-written">{{ draft().note.trim() }}</p>
        }
        <p>{{ 'desk.letter.itemsClosing' | transloco }}</p>
      } @else {
        <p>{{ 'desk.letter.' + kind() + 'Opening' | transloco }}</p>
        @for (part of parts; track part) {
          <h3>{{ 'desk.letter.' + part | transloco }}</h3>
          <p class="as-written">{{ draft()[part].trim() }}</p>
        }
        <p>{{ 'desk.letter.' + kind() + 'Closing' | transloco }}</p>
      }
    </ui-letter>
  `,
})
export class ActLetter {
  readonly task = input.required<TaskView>();
  readonly act = input.required<Act>();
  readonly draft = input.required<Draft>();
  private readonly session = inject(Session);
  protected readonly parts = ['facts', 'law', 'considerations'] as const;
  protected readonly today = new Date().toISOString();
  protected readonly signer = computed(() => this.session.account()?.name);
  /** What the reasons are of: an intent that can still be answered, a refusal, a decision on an appeal. */
  protected readonly kind = computed(() => {
    const { event } = this.act();
    if (event.endsWith('.refusalIntended')) return 'intent';
    return /\.(annulled|granted|upheld|turnedAway)$/.test(event) ? 'appeal' : 'refusal';
  });
  protected readonly subject = computed(() => (this.act().needs === 'items' ? 'desk.letter.itemsSubject' : `desk.letter.${this.kind()}Subject`));
  protected readonly items = computed(() => this.draft().items.map((item) => ({ ...item, title: this.titleOf(item.kind, item.target) })));

  private titleOf(kind: string, target: string): Text {
    const { facts, documents } = this.task().askable;
    const found = kind === 'document' ? documents.find(({ code }) => code === target) : facts.find(({ path }) => path === target);
    return found?.title ?? { th: target, en: target };
  }
}
