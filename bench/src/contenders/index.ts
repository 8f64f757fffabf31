export { startDbos } from './dbos';
export { startBpmn } from './bpmn';
export { load } from './load';
