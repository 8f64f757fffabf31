import { isIP, type LookupFunction } from 'node:net';
import { placeOf } from './ranges';

/** The call was not made: its address is not one that this installation speaks to. */
export class NotCalled extends Error {}

/** Whether a host of the configuration may be in the own network: it is given as a number, is this machine, or is named by `INTERNAL_HOSTS`. */
export function mayBeInside(host: string, internalHosts: readonly string[]): boolean {
  return isIP(host) > 0 || host === 'localhost' || internalHosts.includes(host);
}

/** A resolver whose answers are looked at before one of them is connected to. All of them have to be allowed. */
export function pinned(lookup: LookupFunction, isNamed: boolean): LookupFunction {
  return (name, options, callback) =>
    lookup(name, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      try {
        for (const each of Array.isArray(found) ? found.map(({ address }) => address) : [found]) refuseUnlessAllowed(each, isNamed, name);
      } catch (refusal) {
        return callback(refusal as NodeJS.ErrnoException, found, family);
      }
      callback(null, found, family);
    });
}

/** @throws NotCalled where the address is not one that may be called. */
export function refuseUnlessAllowed(address: string, isNamed: boolean, name: string): void {
  const place = placeOf(address);
  if (place === 'nowhere' || (place === 'inside' && !isNamed)) throw new NotCalled(`${name} is at ${address}, where nobody is called${place === 'inside' ? '; INTERNAL_HOSTS can allow it' : ''}.`);
}
