import fc from '../../node_modules/fast-check/lib/fast-check.js';

/**
 * The fast-check of all specs: every run tries the same inputs, so that no build fails or passes by luck.
 * `PROPERTY_SEED=N` tries others and `PROPERTY_TIMES=N` N times as many, which is how one looks for what the usual ones miss.
 */
const seed = Number(process.env.PROPERTY_SEED ?? 25_691_122);
const times = Number(process.env.PROPERTY_TIMES ?? 1);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });

const assert = (property, parameters = {}) => fc.assert(property, { ...parameters, numRuns: (parameters.numRuns ?? 100) * times });

export default { ...fc, assert };
