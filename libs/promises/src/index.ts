export { PromiseClerk } from './promise-clerk';
export { PromiseReader } from './promise-reader';
export { PromiseRecord } from './promise-record';
