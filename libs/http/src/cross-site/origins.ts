import { Inject, Injectable } from '@nestjs/common';
import { httpOptions, type HttpOptions } from '../http-options';

/** The addresses under which the portal is itself: the public one, and this machine's own names for it. */
@Injectable()
export class Origins {
  readonly publicOrigin: string;
  /** Whether browsers reach the portal over TLS. */
  readonly isSecure: boolean;
  private readonly byHost = new Map<string, string>();

  constructor(@Inject(httpOptions) options: Pick<HttpOptions, 'publicUrl' | 'port'>) {
    const publicUrl = new URL(options.publicUrl);
    this.publicOrigin = publicUrl.origin;
    this.isSecure = publicUrl.protocol === 'https:';
    for (const url of [new URL(`http://localhost:${options.port}`), new URL(`http://127.0.0.1:${options.port}`), publicUrl]) this.byHost.set(url.host, url.origin);
  }

  /** Whether a browser's `Origin` header names the portal itself. */
  isKnown(origin: string): boolean {
    return [...this.byHost.values()].includes(origin);
  }

  /** The origin to send a browser back to: the one that it came by when that is the portal's own, else the public one. */
  originFor(host: string | undefined): string {
    return this.byHost.get(host?.toLowerCase() ?? '') ?? this.publicOrigin;
  }

  all(): string[] {
    return [...new Set(this.byHost.values())];
  }
}
