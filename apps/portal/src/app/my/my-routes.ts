import type { Routes } from '@angular/router';

export const myRoutes: Routes = [];
