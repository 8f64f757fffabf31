import { Inject, Injectable } from '@nestjs/common';
import { networkOf } from '@anuyat/http';
import { Sealer } from '../sealer';

/** 48 bits: enough to tell people apart, and nothing to compute anybody from without the key. */
const BYTES = 6;

/** Marks of people, sessions and networks: always the same for the same one, made with a key that the database does not have. */
@Injectable()
export class Marks {
  constructor(@Inject(Sealer) private readonly sealer: Sealer) {}

  ofPerson(accountId: string): string {
    return this.make(`person ${accountId}`);
  }

  /** The same from its beginning to its end, also where it goes on under a new id. */
  ofSession(accountId: string, startedAt: Date): string {
    return this.make(`session ${accountId} ${startedAt.toISOString()}`);
  }

  ofNetwork(ip: string): string {
    return this.make(`network ${networkOf(ip)}`);
  }

  private make(text: string): string {
    return this.sealer.fingerprint('security-record', text).subarray(0, BYTES).toString('hex');
  }
}
