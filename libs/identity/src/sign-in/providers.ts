import { Inject, Injectable } from '@nestjs/common';
import type { ProviderView } from '@anuyat/contract';
import { identityOptions, type IdentityOptions, type ProviderCode } from '../identity-options';
import { reaches } from './assurance';
import { DigitalId } from './digital-id';

/** The ways to sign in. Each stands alone: while one is away, the other still works, and so do open sessions. */
@Injectable()
export class Providers {
  private readonly all: readonly DigitalId[];

  constructor(@Inject(identityOptions) options: IdentityOptions) {
    const isPlayed = options.sandboxUrl !== undefined;
    this.all = [new DigitalId('thaid', options, isPlayed, options.internalHosts), ...(options.dga ? [new DigitalId('dga', options.dga, isPlayed, options.internalHosts)] : [])];
  }

  /** The one of that code; where it is not offered, or none is named, ThaID. */
  get(code: ProviderCode | undefined): DigitalId {
    const found = this.all.find((provider) => provider.code === code) ?? this.all[0];
    if (!found) throw new Error('There is no identity provider.');
    return found;
  }

  /** Where to prove anew who one is: where one came from, unless what is asked for needs more than that provider knows. */
  forStepUp(from: ProviderCode | undefined, lowest: string): DigitalId {
    const own = this.get(from);
    return own.assumedIal !== undefined && !reaches(own.assumedIal, lowest) ? this.get('thaid') : own;
  }

  list(): ProviderView[] {
    return this.all.map(({ code, title }) => ({ code, title }));
  }
}
