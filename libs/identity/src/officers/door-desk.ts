import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { clientOf } from '@anuyat/database';
import { PasskeyRing } from '../passkeys/passkey-ring';
import { Doorkeeper } from '../sessions/doorkeeper';
import { notePeople } from './people-notes';

/** Whose, and who asks for it. */
interface Wish {
  agency: string;
  accountId: string;
  by: string;
}

/** What an administrator of an agency, who knows the person, may do at the door for an officer: end every session, and take lost passkeys off. */
@Injectable()
export class DoorDesk {
  constructor(
    @Inject(PasskeyRing) private readonly ring: PasskeyRing,
    @Inject(Doorkeeper) private readonly doorkeeper: Doorkeeper,
  ) {}

  /** Takes off every passkey of an officer and ends every session; the officer reads who did it and makes a new one at the next sign-in. */
  async removePasskeys(tx: EntityManager, { agency, accountId, by }: Wish): Promise<void> {
    await this.ring.removeAll(tx, accountId, by);
    await this.endAll(tx, accountId, by);
    await notePeople(await clientOf(tx), { agency, what: 'passkeys-removed', by, about: accountId });
  }

  /** Ends every session of an officer, whose account and terms stay. @returns how many. */
  async endSessions(tx: EntityManager, { agency, accountId, by }: Wish): Promise<number> {
    const ended = await this.endAll(tx, accountId, by);
    await notePeople(await clientOf(tx), { agency, what: 'sessions-ended', by, about: accountId });
    return ended;
  }

  private endAll(tx: EntityManager, accountId: string, by: string): Promise<number> {
    return this.doorkeeper.end(tx, accountId, { allBut: '00' }, { kind: 'session-ended', code: 'by-administrator', by });
  }
}
