export { ForecastPanel } from './panel';
export { DEFAULT_WINDOW } from './forecaster';
export type { StepEvent } from './forecaster';
export type { WindowOptions } from './running-window';
export { PathForecaster } from './path-forecaster';
export type { PathEvent } from './path-forecaster';
export type { StepLoad } from './pace';
