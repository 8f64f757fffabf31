import { Component, DestroyRef, ViewEncapsulation, afterNextRender, effect, inject, input, output, signal, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { EstateCount } from '@anuyat/contract';
import { Button, Language } from '@anuyat/ui';
import { EEC_OUTLINE } from './eec-outline';
import type { Mark } from './gather-marks';
import { allowLeafletConstants } from './leaflet-constants';
import { TerritoryDrawing } from './territory-drawing';

/** The estates and zones on a map, with their counts. The list beside it says the same; the map library comes only with it. */
@Component({
  selector: 'monitor-territory-map',
  imports: [Button, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../../../../../node_modules/leaflet/dist/leaflet.css', './territory-map.css'],
  template: `
    <div class="territory-map">
      <div #canvas class="territory-canvas" role="region" [attr.aria-label]="'monitor.map.label' | transloco"></div>
      @if (hasFailed()) {
        <p class="territory-failed">{{ 'monitor.map.failed' | transloco }}</p>
      }
      <div class="territory-tools no-print">
        <button type="button" uiButton="secondary" isSmall (click)="drawing?.zoom(1)"><span aria-hidden="true">+</span><span class="visually-hidden">{{ 'monitor.map.in' | transloco }}</span></button>
        <button type="button" uiButton="secondary" isSmall (click)="drawing?.zoom(-1)"><span aria-hidden="true">−</span><span class="visually-hidden">{{ 'monitor.map.out' | transloco }}</span></button>
        <button type="button" uiButton="secondary" isSmall (click)="drawing?.showAll()">{{ 'monitor.map.all' | transloco }}</button>
      </div>
    </div>
    <ul class="map-legend">
      <li><span class="mark mark-2" aria-hidden="true">3</span> {{ 'monitor.map.legendOne' | transloco }}</li>
      <li><span class="mark mark-2 mark-zone" aria-hidden="true">3</span> {{ 'monitor.map.legendZone' | transloco }}</li>
      <li><span class="mark mark-2 mark-late" aria-hidden="true">3</span> {{ 'monitor.map.legendLate' | transloco }}</li>
      <li><span class="mark mark-2 mark-many" aria-hidden="true">7</span> {{ 'monitor.map.legendMany' | transloco }}</li>
    </ul>
    <p class="tiny soft">{{ 'monitor.map.sketch' | transloco }}</p>
  `,
})
export class TerritoryMap {
  readonly territories = input.required<readonly EstateCount[]>();
  /** Code of the territory that the list points at. */
  readonly chosen = input('');
  readonly pressed = output<string>();
  protected readonly hasFailed = signal(false);
  private readonly isReady = signal(false);
  private readonly canvas = viewChild.required<ElementRef<HTMLElement>>('canvas');
  private readonly language = inject(Language);
  private readonly transloco = inject(TranslocoService);
  protected drawing: TerritoryDrawing | undefined;

  constructor() {
    const destroyed = inject(DestroyRef);
    let isGone = false;
    destroyed.onDestroy(() => {
      isGone = true;
      this.drawing?.remove();
    });
    afterNextRender(() => {
      allowLeafletConstants();
      import('leaflet').then(
        ({ default: leaflet }) => {
          if (isGone) return;
          this.drawing = new TerritoryDrawing(leaflet, this.canvas().nativeElement, {
            nameOf: (mark) => this.nameOf(mark),
            provinceOf: (code) => this.language.say(EEC_OUTLINE.find((province) => province.code === code)?.title),
            press: (mark) => this.press(mark),
          });
          this.isReady.set(true);
        },
        () => this.hasFailed.set(true),
      );
    });
    effect(() => {
      this.language.current();
      if (this.isReady()) this.drawing?.show(this.territories(), this.chosen());
    });
    effect(() => {
      const position = this.territories().find(({ code }) => code === this.chosen())?.position;
      if (this.isReady() && position) this.drawing?.goTo(position);
    });
  }

  private press(mark: Mark): void {
    const [only] = mark.members;
    if (mark.members.length === 1 && only) this.pressed.emit(only.code);
    else this.drawing?.goInto(mark);
  }

  private nameOf({ members, total, overdue }: Mark): string {
    const [only] = members;
    const name = members.length === 1 && only ? this.language.say(only.title) : this.transloco.translate<string>('monitor.map.together', { count: members.length });
    return this.transloco.translate<string>(overdue > 0 ? 'monitor.map.markLate' : 'monitor.map.mark', { name, total, overdue });
  }
}
