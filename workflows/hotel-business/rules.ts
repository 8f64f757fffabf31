/** Sizes from which a hotel needs an approved environmental impact assessment. */
export const needsEia = 'hotel.rooms >= 80 or hotel.buildingAreaSqm >= 4000';

/** Hotels that the environment office looks at. */
export const affectsSurroundings = `${needsEia} or hotel.wastewaterTo = "waterway"`;
