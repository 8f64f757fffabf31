export { backendsToTry, startRedis, until } from './backends';
export type { TestRedis } from './backends';
