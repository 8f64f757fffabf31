export { describeLicence, play } from './describe-licence';
export type { StoryOfACase, StoryStep, Expectation } from './story-of-a-case';
export { libraryCard } from './library-card';
export { silentCard } from './silent-card';
