import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDataDir, keepSecrets, openDataDir } from './data-dir.mjs';
import { takeRunFile } from './run-file.mjs';

describe('the data folder', () => {
  let folder;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'anuyat-unit-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is made where it was asked for', () => {
    openDataDir(join(folder, 'a', 'b'));
    expect(existsSync(join(folder, 'a', 'b', 'logs'))).toBe(true);
  });

  it('is refused by a sentence when it cannot be made', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => openDataDir(join(folder, 'file', 'data'))).toThrow('may not be written to');
  });

  it('is emptied only when it is ours', () => {
    writeFileSync(join(folder, 'thesis.pdf'), '');
    emptyDataDir(folder);
    expect(existsSync(join(folder, 'thesis.pdf'))).toBe(true);
    openDataDir(folder);
    mkdirSync(join(folder, 'documents'));
    emptyDataDir(folder);
    expect(existsSync(join(folder, 'documents'))).toBe(false);
  });

  it('keeps secrets from one start to the next, for its owner only, and gives way to the environment', () => {
    const first = keepSecrets(folder, {});
    expect(keepSecrets(folder, {})).toEqual(first);
    expect(Object.keys(first)).toEqual(['SESSION_SECRET', 'OIDC_CLIENT_SECRET', 'DGA_CLIENT_SECRET', 'GDX_CONSUMER_SECRET', 'BANK_CALLBACK_SECRET', 'SEAL_SECRET', 'AUTHORITY_SECRET']);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
    for (const secret of Object.values(first)) expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(statSync(join(folder, 'secrets.json')).mode & 0o077).toBe(0);
    expect(keepSecrets(folder, { SESSION_SECRET: 'mine' }).SESSION_SECRET).toBe('mine');
  });

  it('adds the secrets that an older version did not know, and keeps those it had', () => {
    writeFileSync(join(folder, 'secrets.json'), JSON.stringify({ SESSION_SECRET: 'an old one' }));
    const kept = keepSecrets(folder, {});
    expect(kept).toEqual({ ...kept, SESSION_SECRET: 'an old one', SEAL_SECRET: expect.any(String) });
    expect(keepSecrets(folder, {})).toEqual(kept);
  });

  it('is taken again after a start that was killed', () => {
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: 999_999_999, port: 4200 }));
    expect(takeRunFile(folder, 4300)).toEqual({ wasCutShort: true });
    expect(JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))).toEqual({ pid: process.pid, port: 4300 });
  });

  it('is taken again when the number of the killed start now belongs to another program, or the note is half written', () => {
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ pid: process.ppid, port: 4200 }));
    expect(takeRunFile(folder, 4200)).toEqual({ wasCutShort: true });
    writeFileSync(join(folder, 'run.json'), '{"pi');
    expect(takeRunFile(folder, 4200)).toEqual({ wasCutShort: true });
  });
});
