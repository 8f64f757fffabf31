import { factoryKinds } from '../shared/factory-kinds';

/** Kinds and sizes that the pollution control office looks at. */
export const mayPolluteMuch = `machinery.horsepower > 500 or factory.wastewaterM3PerDay >= 50 or ${factoryKinds.polluting}`;
