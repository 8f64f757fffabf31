// Loaded before a server program: errors name the lines of our own sources. The packages' maps stay unread; they would lie in memory for good.
import { setSourceMapsSupport } from 'node:module';

setSourceMapsSupport(true, { nodeModules: false });
