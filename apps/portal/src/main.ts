import { bootstrapApplication } from '@angular/platform-browser';
import { Root } from './app/root';
import { portalConfig } from './app/portal-config';

bootstrapApplication(Root, portalConfig).catch((error: unknown) => console.error(error));
