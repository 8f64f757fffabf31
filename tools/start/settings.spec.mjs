import { resolve } from 'node:path';
import { inRoot } from '../lib/paths.mjs';
import { readSettings } from './settings.mjs';

describe('what npm start is asked for', () => {
  it('is the embedded product on port 4200 with its data beside the code, when nothing is said', () => {
    expect(readSettings([], {})).toMatchObject({ isReset: false, port: 4200, publicUrl: 'http://localhost:4200', dataDir: inRoot('.data'), databaseUrl: undefined, redisUrl: undefined });
  });

  it('honours PORT, DATA_DIR, PUBLIC_URL, DATABASE_URL and REDIS_URL', () => {
    const asked = { PORT: '5000', DATA_DIR: 'elsewhere', PUBLIC_URL: 'https://anuyat.example.go.th/', DATABASE_URL: 'postgres://a:b@db/anuyat', REDIS_URL: 'rediss://cache' };
    expect(readSettings([], asked)).toMatchObject({ port: 5000, dataDir: resolve(inRoot(), 'elsewhere'), publicUrl: 'https://anuyat.example.go.th', databaseUrl: asked.DATABASE_URL, migrateUrl: asked.DATABASE_URL, redisUrl: asked.REDIS_URL });
  });

  it('migrates with the owner when the owner is named', () => {
    const asked = { DATABASE_URL: 'postgres://app:b@db/anuyat', DATABASE_MIGRATE_URL: 'postgres://owner:b@db/anuyat' };
    expect(readSettings([], asked).migrateUrl).toBe(asked.DATABASE_MIGRATE_URL);
  });

  it.each([
    [[], { PORT: 'four' }, 'PORT=four is no port'],
    [[], { PORT: '70000' }, 'PORT=70000 is no port'],
    [[], { SANDBOX_PORT: '0' }, 'SANDBOX_PORT=0 is no port'],
    [[], { DATABASE_URL: 'mysql://db' }, 'DATABASE_URL=postgres://'],
    [[], { REDIS_URL: 'localhost' }, 'REDIS_URL=redis://'],
    [['--rest'], {}, '"--rest" is not known'],
    [['--reset'], { DATABASE_URL: 'postgres://a:b@db/anuyat' }, 'empty that database yourself'],
  ])('refuses %j with %j by a sentence that says what to write', (args, environment, sentence) => {
    expect(() => readSettings(args, environment)).toThrow(sentence);
  });
});
