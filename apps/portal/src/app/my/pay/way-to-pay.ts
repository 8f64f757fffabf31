import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { BillView } from '@anuyat/contract';
import { BahtPipe, Button, QrImage } from '@anuyat/ui';

/** How something that is due can be paid: by Thai QR, or by typing its references into a banking app. */
@Component({
  selector: 'anuyat-way-to-pay',
  imports: [BahtPipe, Button, QrImage, TranslocoPipe],
  template: `
    <section class="card pay-card" aria-labelledby="scan">
      <div class="pay-qr"><ui-qr [payload]="due().qr" [label]="'my.bill.qrLabel' | transloco: { amount: (due().total | baht) }" /></div>
      <div>
        <h2 id="scan">{{ 'my.bill.scan' | transloco }}</h2>
        <p>{{ 'my.bill.scanText' | transloco }}</p>
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
}
