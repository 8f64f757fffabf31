import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { clientOf } from '@anuyat/database';
import { PasskeyRing } from '../passkeys/passkey-ring';
import { Doorkeeper } from '../sessions/doorkeeper';
import { notePeople } from './people-notes';

/** The way back for who lost a passkey: an administrator of the agency, who knows the person. */
@Injectable()
export class PasskeyDesk {
  constructor(
    @Inject(PasskeyRing) private readonly ring: PasskeyRing,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
  ) {}

  /** Takes off every passkey of an officer and ends every session; the officer reads who did it and makes a new one at the next sign-in. */
  async removeAll(tx: EntityManager, { agency, accountId, by }: { agency: string; accountId: string; by: string }): Promise<void> {
    await this.ring.removeAll(tx, accountId, by);
    await this.doorkeeper.end(tx, accountId, { allBut: '00' });
    await notePeople(await clientOf(tx), { agency, what: 'passkeys-removed', by, about: accountId });
  }
}
