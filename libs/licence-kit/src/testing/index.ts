export { libraryCard } from './library-card';
