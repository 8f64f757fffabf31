import { httpResource } from '@angular/common/http';
import { Component, ViewEncapsulation, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoPipe, TranslocoService } from '@jsverse/transloco';
import type { LicenceVersions, VersionedLicence } from '@anuyat/contract';
import { Button, Empty, Field, Loading, ProblemView, SayPipe, Table, Tag, describedBy } from '@anuyat/ui';
import { Act } from '../../core/act';
import { ApiClient } from '../../core/api-client';
import { toProblem } from '../../core/problem';
import { AdminNav } from '../admin-nav';
import { readDefinition } from './read-definition';

/** Every licence type with the version that is in force and the one that waits; and the way to bring one as JSON. */
@Component({
  selector: 'admin-versions-page',
  imports: [AdminNav, Button, Empty, Field, Loading, ProblemView, RouterLink, SayPipe, Table, Tag, TranslocoPipe],
  encapsulation: ViewEncapsulation.None,
  styleUrls: ['../../core/staff.css', '../admin.css'],
  template: `
    <div class="page staff">
      <admin-nav />
      <h1>{{ 'admin.versions.heading' | transloco }}</h1>
      <p class="soft measure small">{{ 'admin.versions.about' | transloco }}</p>
      @if (problem(); as trouble) {
        <ui-problem [problem]="trouble" [canRetry]="true" (retry)="answer.reload()" />
      } @else if (answer.hasValue()) {
        @if (answer.value().length > 0) {
          <table uiTable class="table-dense" isCaptionHidden [caption]="'admin.versions.heading' | transloco">
            <thead>
              <tr>
                <th scope="col">{{ 'admin.versions.licence' | transloco }}</th>
                <th scope="col">{{ 'admin.versions.inForce' | transloco }}</th>
                <th scope="col">{{ 'admin.versions.waiting' | transloco }}</th>
                <th scope="col">{{ 'admin.versions.running' | transloco }}</th>
              </tr>
            </thead>
            <tbody>
              @for (licence of answer.value(); track licence.code) {
                <tr>
                  <th scope="row"><a [routerLink]="['/admin/versions', licence.code]">{{ licence.title | say }}</a></th>
                  <td class="figures" [attr.data-label]="'admin.versions.inForce' | transloco">{{ licence.version ?? '–' }}</td>
                  <td [attr.data-label]="'admin.versions.waiting' | transloco">
                    @if (licence.candidate; as candidate) {
                      <a [routerLink]="['/admin/versions', licence.code, candidate]"><ui-tag tone="now">{{ 'admin.versions.numbered' | transloco: { version: candidate } }}</ui-tag></a>
                    }
                    @for (version of licence.proposed; track version) {
                      <a class="task-line" [routerLink]="['/admin/versions', licence.code, version]"><ui-tag tone="late">{{ 'admin.versions.proposals.waits' | transloco: { version: version } }}</ui-tag></a>
                    }
                    @if (!licence.candidate && licence.proposed.length === 0) {
                      –
                    }
                  </td>
                  <td class="figures" [attr.data-label]="'admin.versions.running' | transloco">{{ licence.running }}</td>
                </tr>
              }
            </tbody>
          </table>
        } @else {
          <ui-empty [heading]="'admin.types.empty' | transloco"><p>{{ 'admin.types.emptyHelp' | transloco }}</p></ui-empty>
        }
      } @else {
        <ui-loading [rows]="6" />
      }
      <form class="holiday-form" (submit)="bring($event, file.files)">
        <h2>{{ 'admin.versions.bring' | transloco }}</h2>
        <ui-field for="definition-file" [label]="'admin.versions.file' | transloco" [help]="'admin.versions.fileHelp' | transloco" [error]="fault()">
          <input #file id="definition-file" type="file" accept="application/json,.json" [attr.aria-invalid]="fault() ? true : null" [attr.aria-describedby]="describedBy('definition-file', true, fault())" (change)="fault.set('')" />
        </ui-field>
        @if (bringing.problem(); as trouble) {
          <ui-problem [problem]="trouble" [isSafe]="true">
            @if (trouble.fields) {
              <ul>
                @for (field of trouble.fields; track $index) {
                  <li><code>{{ field.path }}</code> {{ field.message | say }}</li>
                }
              </ul>
            }
          </ui-problem>
        }
        <div class="actions"><button type="submit" uiButton="secondary" [isBusy]="bringing.isBusy()">{{ 'admin.versions.bringIt' | transloco }}</button></div>
      </form>
    </div>
  `,
})
export class VersionsPage {
  protected readonly answer = httpResource<VersionedLicence[]>(() => '/api/admin/versions');
  protected readonly problem = computed(() => (this.answer.error() ? toProblem(this.answer.error()) : null));
  protected readonly fault = signal('');
  protected readonly describedBy = describedBy;
  private readonly api = inject(ApiClient);
  private readonly router = inject(Router);
  private readonly transloco = inject(TranslocoService);
  private definition: unknown;
  protected readonly bringing = new Act<LicenceVersions>((key) => this.api.send<LicenceVersions>('POST', '/api/admin/versions', { definition: this.definition }, key));

  protected async bring(event: Event, files: FileList | null): Promise<void> {
    event.preventDefault();
    const reading = await readDefinition(files?.[0]);
    if ('fault' in reading) {
      this.fault.set(this.transloco.translate(`admin.versions.faults.${reading.fault}`));
      document.getElementById('definition-file')?.focus();
      return;
    }
    this.definition = reading.definition;
    const brought = await this.bringing.run(reading.definition);
    const candidate = brought?.versions.find(({ state }) => state === 'candidate');
    if (brought && candidate) await this.router.navigate(['/admin/versions', brought.code, candidate.version]);
  }
}
