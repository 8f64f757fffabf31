import { Component, computed, effect, input, signal } from '@angular/core';

/** A QR code drawn as one SVG path, so that no image is fetched and no markup injected. The library is loaded when needed. */
@Component({
  selector: 'ui-qr',
  template: `
    @if (modules(); as code) {
      <svg class="qr" role="img" [attr.aria-label]="label()" [attr.viewBox]="box()" shape-rendering="crispEdges">
        <path [attr.d]="path()" fill="#1b2430" />
      </svg>
    }
  `,
})
export class QrImage {
  readonly payload = input.required<string>();
  readonly label = input.required<string>();
  protected readonly modules = signal<{ size: number; data: Uint8Array } | undefined>(undefined);
  protected readonly box = computed(() => `-4 -4 ${(this.modules()?.size ?? 0) + 8} ${(this.modules()?.size ?? 0) + 8}`);
  protected readonly path = computed(() => {
    const code = this.modules();
    if (!code) return '';
    const dark = [...code.data].flatMap((isDark, index) => (isDark ? [`M${index % code.size} ${Math.floor(index / code.size)}h1v1h-1z`] : []));
    return dark.join('');
  });

  constructor() {
    effect(async (onCleanup) => {
      const payload = this.payload();
      let isStale = false;
      onCleanup(() => (isStale = true));
      const library = await import('qrcode');
      const { modules } = (library.default ?? library).create(payload, { errorCorrectionLevel: 'M' });
      if (!isStale) this.modules.set({ size: modules.size, data: modules.data });
    });
  }
}
