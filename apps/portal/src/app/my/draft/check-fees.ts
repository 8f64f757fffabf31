import { Component, computed, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { CaseCheck, WorkedFee } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { BahtPipe, DayPipe, SayPipe, Table } from '@anuyat/ui';
import { WhyBox } from '../../why/why-box';

type CheckedLicence = CaseCheck['licences'][number];

interface Payee {
  title: Text | null;
  licences: readonly CheckedLicence[];
  /** Satang. */
  total: number;
}

/** What the case will cost, by the office that collects it: each item with how it was worked out and where its rule stands; nothing is said as nothing. */
@Component({
  selector: 'anuyat-check-fees',
  imports: [BahtPipe, DayPipe, SayPipe, Table, TranslocoPipe, WhyBox],
  styles: 'h3, .pay-total { margin-top: 2rem; }',
  template: `
    @for (payee of payees(); track $index) {
      <h3 [id]="'payee-' + $index">{{ payee.title ? (payee.title | say) : ('my.check.payeeUnknown' | transloco) }}</h3>
      <table uiTable [hasCards]="false" [attr.aria-labelledby]="'payee-' + $index" [caption]="'my.check.fees' | transloco" isCaptionHidden>
        <thead><tr><th scope="col">{{ 'my.check.fee' | transloco }}</th><th scope="col" class="number">{{ 'my.check.amount' | transloco }}</th></tr></thead>
        <tbody>
          @for (licence of payee.licences; track licence.code) {
            @for (line of licence.fee; track line.code) {
              <tr>
                <td>
                  {{ line.title | say }}<span class="task-hint">{{ licence.title | say }}</span>
                  @if (line.working; as working) {
                    <span class="task-hint figures">{{ working | say }}</span>
                  }
                  <span class="task-hint">{{ basisOf(line) | say }} · {{ 'my.check.since' | transloco: { day: (line.source.effectiveFrom | day: 'short') } }}@if (!line.source.isVerified) {
                    <span> · {{ 'my.check.unconfirmed' | transloco }}</span>
                  }</span>
                  <anuyat-why-box [from]="'/api/cases/' + caseId() + '/why'" [about]="line.title" [kinds]="['fee']" [application]="licence.code" [subject]="line.code" />
                </td>
                <td class="number">{{ line.amount === 0 ? ('common.free' | transloco) : (line.amount | baht) }}</td>
              </tr>
            } @empty {
              <tr>
                <td>{{ licence.title | say }}</td>
                <td class="number">{{ (licence.isFeeKnown ? 'common.free' : 'my.check.feeUnknown') | transloco }}</td>
              </tr>
            }
          }
        </tbody>
        <tfoot><tr><th scope="row">{{ 'my.check.payeeTotal' | transloco }}</th><td class="number">{{ payee.total | baht }}</td></tr></tfoot>
      </table>
    }
    <p class="pay-total figures">{{ 'common.total' | transloco }} {{ checked().feeTotal | baht }}</p>
    <p class="small soft">{{ 'my.check.feeLater' | transloco }}</p>
  `,
})
export class CheckFees {
  readonly caseId = input.required<string>();
  readonly checked = input.required<Pick<CaseCheck, 'licences' | 'feeTotal'>>();
  protected readonly payees = computed<Payee[]>(() => {
    const { licences } = this.checked();
    const names = [...new Set(licences.map(({ payee }) => payee?.th))];
    return names.map((name) => {
      const own = licences.filter(({ payee }) => payee?.th === name);
      return { title: own[0]?.payee ?? null, licences: own, total: own.reduce((sum, { feeTotal }) => sum + feeTotal, 0) };
    });
  });

  /** The law that it rests on, or where the figure was read. */
  protected basisOf({ citation, source }: WorkedFee): Text {
    if (!citation) return { th: source.from, en: source.from };
    return { th: `${citation.law.th} มาตรา ${citation.section}`, en: `${citation.law.en}, section ${citation.section}` };
  }
}
