/** Injection token of the whole running registrar. */
export const runningRegistrar = Symbol('RunningRegistrar');

/** Injection token of what read models need. */
export const reading = Symbol('Reading');
