import { setTimeout as wait } from 'node:timers/promises';
import type { BillView, LicenceLifeView, LicenceVerification, LicenceView } from '@anuyat/contract';
import type { Visitor } from './visitor';
import type { Tell } from './walking';

const PAUSE_MS = 200;
/** The life of a seeded licence begins within a minute. */
const PATIENCE_MS = 120_000;

/** Renews a licence that can be renewed by paying: nothing but the payment is sent. @throws when nothing waits to be paid, or nothing comes of it. */
export async function renewByPaying(holder: Visitor, tell: Tell, number?: string): Promise<LicenceLifeView> {
  const before = await untilBilled(holder, number);
  const { bill } = before.renewal;
  if (!bill?.sandboxPayUrl) throw new Error('The sandbox’s bank does not know this bill.');
  tell(`${before.licence.number}  valid until ${before.licence.validUntil}, renewed by paying ${(bill.total / 100).toFixed(2)} baht`);
  await pay(bill);
  const after = await until(async () => {
    const life = await holder.get<LicenceLifeView>(`/api/licences/${before.licence.number}`);
    return life.licence.edition > before.licence.edition ? life : undefined;
  }, 'the licence is renewed');
  const check = await holder.get<LicenceVerification>(`/api/licences/${after.licence.number}/verify`);
  if (check.licence?.status !== 'valid' || check.licence.validUntil !== after.licence.validUntil) throw new Error(`${after.licence.number} does not verify after its renewal.`);
  tell(`${after.licence.number}  edition ${after.licence.edition}, valid until ${after.licence.validUntil}; verified`);
  return after;
}

/** The first of the holder's licences that waits for its fee, or the one that is named. */
async function untilBilled(holder: Visitor, number?: string): Promise<LicenceLifeView> {
  return until(async () => {
    const licences = await holder.get<LicenceView[]>('/api/licences');
    for (const licence of licences.filter((each) => each.status === 'expiring' && (number === undefined || each.number === number))) {
      const life = await holder.get<LicenceLifeView>(`/api/licences/${licence.number}`);
      if (life.renewal.bill) return life;
    }
    return undefined;
  }, 'a licence can be renewed by paying');
}

async function pay({ sandboxPayUrl = '' }: BillView): Promise<void> {
  const { origin, searchParams } = new URL(sandboxPayUrl);
  const paid = await fetch(`${origin}/bank/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(Object.fromEntries(searchParams)),
  });
  if (!paid.ok) throw new Error(`The bank did not take the payment: ${paid.status} ${await paid.text()}`);
}

async function until<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await wait(PAUSE_MS)) {
    const found = await look();
    if (found !== undefined) return found;
  }
  throw new Error(`Waited in vain until ${what}.`);
}
