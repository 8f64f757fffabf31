import type { Routes } from '@angular/router';

export const monitorRoutes: Routes = [];
