/** Sizes and projects whose wastewater and measures the environment office looks at. */
export const affectsSurroundings = 'construction.areaSqm >= 4000 or construction.needsEia = true';

/** Works that are drawn and calculated; their plans are checked for a fee. */
export const changesTheBuilding = 'construction.work = "build" or construction.work = "alter"';
