// What the portal's first page asks of the policy: who holds what, and whose areas there are. The rest of it brings the dictionary along.
export { holds } from './grants';
export { areas } from './areas';
