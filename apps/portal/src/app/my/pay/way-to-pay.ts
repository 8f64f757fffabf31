import { Component, inject, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BillView } from '@anuyat/contract';
import { BahtPipe, Button, Icon, Language, ProblemView, QrImage, bahtInWords, qrPicture } from '@anuyat/ui';
import { Act } from '../../core/act';

/** How something that is due can be paid: by Thai QR, or by typing its references into a banking app. */
@Component({
  selector: 'anuyat-way-to-pay',
  imports: [BahtPipe, Button, Icon, ProblemView, QrImage, TranslocoPipe],
  template: `
    <section class="card pay-card" aria-labelledby="scan">
      <div class="pay-code">
        <div class="pay-qr"><ui-qr [payload]="due().qr" [label]="'my.bill.qrLabel' | transloco: { amount: (due().total | baht) }" /></div>
        <button type="button" uiButton="secondary" isSmall [isBusy]="keeping.isBusy()" (click)="keeping.run()"><ui-icon name="file" />{{ 'my.bill.keepQr' | transloco }}</button>
        @if (keeping.problem(); as problem) {
          <ui-problem [problem]="problem" />
        }
      </div>
      <div>
        <h2 id="scan">{{ 'my.bill.scan' | transloco }}</h2>
        <p>{{ 'my.bill.scanText' | transloco }}</p>
        <p>{{ 'my.bill.sameDevice' | transloco }}</p>
        <p class="pay-total figures">{{ due().total | baht }}</p>
        <h3>{{ 'my.bill.byHand' | transloco }}</h3>
        <dl class="pay-references figures">
          <div><dt>{{ 'my.bill.biller' | transloco }}</dt><dd>{{ due().billerId }}</dd></div>
          <div><dt>{{ 'my.bill.ref1' | transloco }}</dt><dd>{{ due().ref1 }}</dd></div>
          <div><dt>{{ 'my.bill.ref2' | transloco }}</dt><dd>{{ due().ref2 }}</dd></div>
        </dl>
        <p class="small soft" role="status"><span class="live-dot" aria-hidden="true"></span> {{ 'my.bill.waiting' | transloco }}</p>
        @if (due().sandboxPayUrl; as url) {
          <p><a uiButton="secondary" [href]="url" target="_blank" rel="noopener">{{ 'my.bill.sandbox' | transloco }}</a><span class="task-hint">{{ 'my.bill.sandboxText' | transloco }}</span></p>
        }
      </div>
    </section>
  `,
})
export class WayToPay {
  /** A bill, or several in one payment. */
  readonly due = input.required<Pick<BillView, 'qr' | 'total' | 'billerId' | 'ref1' | 'ref2' | 'sandboxPayUrl'>>();
  private readonly language = inject(Language);

  /** A phone cannot scan its own screen; banking apps take the picture. */
  protected readonly keeping = new Act(async () => {
    const { qr, total, ref1, ref2 } = this.due();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await qrPicture(qr, [bahtInWords(total, this.language.current()), ref1, ref2]));
    link.download = `thai-qr-${ref1}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  });
}
