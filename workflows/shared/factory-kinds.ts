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
