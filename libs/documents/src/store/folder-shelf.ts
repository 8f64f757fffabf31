import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Shelf } from './shelf';

/** Contents as files of a folder, spread by the first letters of their digests. */
export class FolderShelf implements Shelf {
  constructor(private readonly folder: string) {}

  async put(name: string, file: string): Promise<void> {
    const place = this.placeOf(name);
    await mkdir(dirname(place), { recursive: true });
    await rename(file, place);
    await syncFolder(dirname(place));
  }

  async read(name: string): Promise<Readable> {
    await stat(this.placeOf(name));
    return createReadStream(this.placeOf(name));
  }

  async drop(name: string): Promise<void> {
    await rm(this.placeOf(name), { force: true });
  }

  private placeOf(name: string): string {
    if (!/^[0-9a-f]{64}(\.[0-9a-z.-]{1,40})?$/.test(name)) throw new RangeError('Not the name of a content.');
    return join(this.folder, name.slice(0, 2), name.slice(2, 4), name);
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
