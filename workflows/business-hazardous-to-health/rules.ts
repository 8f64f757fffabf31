/** Kinds and sizes whose wastewater, fumes or noise the environment office looks at. */
export const affectsSurroundings =
  'list contains(["car-care", "laundry", "metal-work", "chemical-store"], health.kind) or machinery.horsepower >= 50 or health.usesChemicals = true';

/** Kinds that bring many people into a building, and machines that load its floors. */
export const strainsTheBuilding = 'list contains(["live-music", "karaoke", "dormitory"], health.kind) or machinery.horsepower >= 20';
