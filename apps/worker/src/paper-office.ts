import { join } from 'node:path';
import type { Configuration } from '@anuyat/database';
import { agencies, findSealer } from '@anuyat/dictionary/reference';
import { openPaperLook, PaperPress, PaperSealer, StatusPublisher } from '@anuyat/licences';
import type { DefinitionLibrary } from '@anuyat/registrar';
import { Enrolment, KeyCabinet, KeyRing, NotSigned, openKeyModule, publishKeys, TimeStamper } from '@anuyat/seals';
import type { DataSource } from 'typeorm';

/** A quarter of a processor, and the rest of each second for everything else. */
const BUDGET_MS = 250;
const LISTS_MS = 10_000;
const REFRESH_MS = 300_000;
/** While an authority that should certify keys does not answer. */
const REFRESH_AGAIN_MS = 10_000;

export interface PaperOffice {
  /** @returns how many papers were sealed. */
  work(): Promise<number>;
}

/** Seals papers with the agencies' keys. Only the worker holds them: what listens to the outside does not. */
export function openPaperOffice(configuration: Configuration, { source, library }: { source: DataSource; library: DefinitionLibrary }, onError: (error: Error) => void): PaperOffice {
  const { SEAL_DIR, SEAL_SECRET, DATA_DIR, AUTHORITY_URL, AUTHORITY_SECRET, TIME_STAMP_URL, PUBLIC_URL, INTERNAL_HOSTS } = configuration;
  const enrolment = AUTHORITY_URL ? new Enrolment(AUTHORITY_URL, AUTHORITY_SECRET ?? '', INTERNAL_HOSTS) : undefined;
  const ring = new KeyRing(new KeyCabinet(SEAL_DIR ?? join(DATA_DIR, 'seals'), SEAL_SECRET, openKeyModule(configuration)), enrolment, subjectOf, agencies.map(({ code }) => code));
  const stamper = TIME_STAMP_URL ? new TimeStamper(TIME_STAMP_URL, undefined, INTERNAL_HOSTS) : undefined;
  const sealer = new PaperSealer({ source, library, press: new PaperPress(PUBLIC_URL, openPaperLook(configuration)), ring, stamper, publicUrl: PUBLIC_URL }, onError);
  const publisher = new StatusPublisher(source, ring, PUBLIC_URL);
  let refreshAt = 0;
  let listsAt = 0;

  /** While a hardware module is away its lists are as old as they say; they are signed when it is back. */
  const unlessAway = (error: unknown) => {
    if (!(error instanceof NotSigned)) throw error;
    onError(error);
  };
  const refresh = async () => {
    refreshAt = Date.now() + REFRESH_AGAIN_MS;
    await publishKeys(source, await ring.refresh());
    refreshAt = Date.now() + REFRESH_MS;
  };
  return {
    async work() {
      if (Date.now() >= refreshAt || ring.isShort) await refresh().catch(onError);
      const sealed = await sealer.work(BUDGET_MS);
      if (Date.now() >= listsAt) {
        listsAt = Date.now() + LISTS_MS;
        await publisher.publish().catch(unlessAway);
      }
      return sealed;
    },
  };
}

/** Whom the certificate of an agency, or of a local authority, is for. */
function subjectOf(code: string): { commonName: string; organization: string } | undefined {
  const sealer = findSealer(code);
  return sealer && { commonName: sealer.title.th, organization: sealer.title.en };
}
