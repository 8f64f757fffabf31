import type { Readable } from 'node:stream';
import { Refusal, type FormDocument } from '@anuyat/contract';
import type { DocumentKind } from '@anuyat/licence-kit';
import { findKind, kindByName } from './file-kind';
import { cleanFileName } from './file-name';
import { refuseFile } from './file-refusals';
import { FaultyFile } from './inspect/fault';
import { inspectPdf } from './inspect/inspect-pdf';
import { redrawImage } from './inspect/redraw-image';
import type { ContentStore, Parcel } from './store/content-store';

/** What a paper takes. */
export type Takes = Pick<FormDocument, 'code' | 'accepts' | 'maxBytes' | 'maxFiles'>;

export interface Received {
  parcel: Parcel;
  name: string;
  kind: DocumentKind;
}

/** The name under which a file is kept, and the kind that it says. @throws Refusal `file-kind`. */
export function assertNamed(asks: Takes, fileName: string): Pick<Received, 'name' | 'kind'> {
  const name = cleanFileName(fileName);
  const kind = kindByName(name);
  if (!kind || !asks.accepts.includes(kind)) throw refuseFile('file-kind', asks);
  return { name, kind };
}

/**
 * Takes a file in and looks at what it is. Whoever gets a parcel has it kept, or forgotten.
 * @throws Refusal `file-kind`, `file-too-large`, `file-empty`, `file-faulty`; nothing stays behind then.
 */
export async function receive(store: ContentStore, asks: Takes, fileName: string, content: Readable): Promise<Received> {
  const { name, kind } = assertNamed(asks, fileName);
  const parcel = await store.take(content, asks.maxBytes).catch((error: unknown) => {
    throw error instanceof Refusal && error.code === 'file-too-large' ? refuseFile('file-too-large', asks) : error;
  });
  try {
    if (parcel.bytes === 0) throw refuseFile('file-empty', asks);
    if ((await findKind(parcel.head, name)) !== kind) throw refuseFile('file-kind', asks);
    return { parcel: await lookInto(store, parcel, kind), name, kind };
  } catch (error) {
    await store.forget(parcel);
    throw error instanceof FaultyFile ? refuseFile('file-faulty', asks, error.fault) : error;
  }
}

/** A PDF stays as it is, or is refused; a picture is drawn anew, and the parcel is another then. */
async function lookInto(store: ContentStore, parcel: Parcel, kind: DocumentKind): Promise<Parcel> {
  if (kind === 'application/pdf') {
    await inspectPdf(parcel.path);
    return parcel;
  }
  const redrawn = await store.aside();
  await redrawImage(parcel.path, redrawn, kind);
  await store.forget(parcel);
  return store.measure(redrawn);
}
