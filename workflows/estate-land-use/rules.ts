import { factoryKinds } from '../shared/factory-kinds';

/** Plots whose wastewater or need of water and power the estate's plants must have room for. */
export const loadsTheEstate = `factory.wastewaterM3PerDay >= 50 or estateUse.waterM3PerDay >= 100 or estateUse.powerKva >= 2000 or ${factoryKinds.polluting}`;
