import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyText, readKey, type RootKey } from '@anuyat/ledger-proof';

/** A root as it was kept outside the database. */
export interface KeptRoot {
  number: number;
  note: string;
}

/** The signed roots once more, each a file outside the database: whoever rewrites the database cannot rewrite these with it. */
export class RootBook {
  constructor(private readonly folder: string) {}

  /** Keeps a root; one that is kept already stays as it is. */
  keep({ number, note }: KeptRoot): void {
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, `${String(number).padStart(6, '0')}.txt`);
    if (!existsSync(file)) writeFileSync(file, note, { mode: 0o444, flag: 'wx' });
  }

  /** Keeps the public half of a key that signed roots here. */
  keepKey(key: RootKey): void {
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, `key-${key.id}.txt`);
    if (!existsSync(file)) writeFileSync(file, `${keyText(key)}\n`, { mode: 0o444, flag: 'wx' });
  }

  /** The keys that roots were signed with here. */
  keys(): RootKey[] {
    if (!existsSync(this.folder)) return [];
    const names = readdirSync(this.folder).filter((name) => /^key-[0-9a-f]{8}\.txt$/.test(name));
    return names.map((name) => readKey(readFileSync(join(this.folder, name), 'utf8'))).filter((key) => key !== undefined);
  }

  /** Every root that is kept, oldest first. */
  roots(): KeptRoot[] {
    if (!existsSync(this.folder)) return [];
    const names = readdirSync(this.folder).filter((name) => /^\d{6,}\.txt$/.test(name));
    return names.map((name) => ({ number: Number(name.slice(0, -4)), note: readFileSync(join(this.folder, name), 'utf8') })).sort((a, b) => a.number - b.number);
  }
}
