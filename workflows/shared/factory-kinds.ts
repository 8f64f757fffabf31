/**
 * Factory kinds (of 107 in the table of the ministerial regulation B.E. 2563) as FEEL rules over `factory.kind`.
 * Both lists are selections to be confirmed with the Department of Industrial Works.
 */
export const factoryKinds = {
  /** Need a licence whatever their size: spirits, chemicals, fertiliser, oil, steel, power, gas, arms, waste. */
  alwaysType3: 'list contains([17, 42, 43, 44, 45, 48, 49, 59, 60, 88, 89, 99, 101, 105, 106], factory.kind)',
  /** Known for wastewater, fumes or dangerous waste: tanning, dyeing, pulp, chemicals, plating, waste treatment. */
  polluting: 'list contains([22, 29, 38, 42, 43, 44, 45, 48, 49, 59, 60, 100, 101, 105, 106], factory.kind)',
};

const people = 'workers.men + workers.women';
const isType3 = `machinery.horsepower > 75 or ${people} > 75 or ${factoryKinds.alwaysType3}`;

/** The types of factories by their size and kind, as FEEL rules (Factory Act B.E. 2535 as amended in B.E. 2562; sizes to be confirmed). */
export const factorySizes = {
  isType3,
  /** More than 50 and up to 75 horsepower or workers, unless the kind always needs a licence. */
  isType2: `(machinery.horsepower > 50 or ${people} > 50) and not(${isType3})`,
};
