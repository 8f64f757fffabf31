import { promises } from 'node:fs';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { Order } from '../stage/program';

/*
 * Loaded first in each program of a chaos run: its clock and its disk can be made wrong from outside, at the doors by which a Node program
 * asks for the time and writes to a disk. Nothing of the product knows.
 */
let clockMs = 0;
let isDiskFull = false;

const RealDate = Date;

class WrongDate extends RealDate {
  constructor(...given: ConstructorParameters<typeof Date> | []) {
    if (given.length === 0) super(RealDate.now() + clockMs);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + clockMs;
  }
}
globalThis.Date = WrongDate as DateConstructor;

const documents = join(process.env['DATA_DIR'] ?? '', 'documents');
const isFull = (path: unknown): boolean => isDiskFull && String(path).startsWith(documents);
const noSpace = (): Error => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', errno: -28, syscall: 'write' });

/** A full disk lets a file be opened and not be filled: so it is the write that fails. */
const realOpen = fs.open;
const realWrite = fs.write;
const full = new Set<number>();
fs.open = ((...args: Parameters<typeof realOpen>) => {
  const done = args.at(-1) as (error: Error | null, descriptor: number) => void;
  const isFullNow = isFull(args[0]);
  const opened = (error: Error | null, descriptor: number): void => {
    if (!error && isFullNow) full.add(descriptor);
    else full.delete(descriptor);
    done(error, descriptor);
  };
  return (realOpen as (...all: unknown[]) => void)(...args.slice(0, -1), opened);
}) as typeof realOpen;
fs.write = ((descriptor: number, ...rest: unknown[]) => {
  if (!full.has(descriptor)) return (realWrite as (...all: unknown[]) => void)(descriptor, ...rest);
  (rest.at(-1) as (error: Error) => void)(noSpace());
}) as typeof realWrite;
const realMkdir = promises.mkdir;
const realRename = promises.rename;
promises.mkdir = ((...args: Parameters<typeof realMkdir>) => (isFull(args[0]) && !fs.existsSync(args[0]) ? Promise.reject(noSpace()) : realMkdir(...args))) as typeof realMkdir;
promises.rename = (...args: Parameters<typeof realRename>) => (isFull(args[1]) ? Promise.reject(noSpace()) : realRename(...args));
syncBuiltinESMExports();

process.on('message', (order: Order) => {
  clockMs = order.clockMs ?? clockMs;
  isDiskFull = order.isDiskFull ?? isDiskFull;
});
process.on('disconnect', () => process.exit(0));
