import { Component, input } from '@angular/core';
import { TranslocoPipe } from '@jsverse/transloco';
import type { VersionDiff } from '@anuyat/contract';
import { Empty, SayPipe, Tag } from '@anuyat/ui';

const TONES = { added: 'done', removed: 'late', changed: 'now' } as const;

/** What two versions say otherwise, section by section, before and after. */
@Component({
  selector: 'admin-diff-view',
  imports: [Empty, SayPipe, Tag, TranslocoPipe],
  template: `
    <section aria-labelledby="diff-heading">
      <h2 id="diff-heading">{{ diff().from === null ? ('admin.versions.firstVersion' | transloco) : ('admin.versions.diff' | transloco: { from: diff().from }) }}</h2>
      @for (section of diff().sections; track section.section) {
        <details class="card diff-section" [open]="section.section !== 'states' && section.section !== 'events' && section.section !== 'texts'">
          <summary><span class="strong">{{ 'admin.versions.sections.' + section.section | transloco }}</span>&ngsp;<span class="figures soft">({{ section.differences.length }})</span></summary>
          <ul class="plain-list">
            @for (each of section.differences; track each.path) {
              <li class="diff-item">
                <p class="row"><ui-tag [tone]="tones[each.kind]">{{ 'admin.versions.kinds.' + each.kind | transloco }}</ui-tag> <span class="strong">{{ each.what | say }}</span> <code class="small soft">{{ each.path }}</code></p>
                <dl class="diff-sides">
                  @if (each.before; as before) {
                    <div><dt class="small soft">{{ 'admin.versions.before' | transloco }}</dt><dd>
                      @if (section.section === 'texts') {
                        <span class="task-line" lang="th">{{ before.th }}</span> <span class="task-line" lang="en">{{ before.en }}</span>
                      } @else {
                        {{ before | say }}
                      }
                    </dd></div>
                  }
                  @if (each.after; as after) {
                    <div><dt class="small soft">{{ 'admin.versions.after' | transloco }}</dt><dd>
                      @if (section.section === 'texts') {
                        <span class="task-line" lang="th">{{ after.th }}</span> <span class="task-line" lang="en">{{ after.en }}</span>
                      } @else {
                        {{ after | say }}
                      }
                    </dd></div>
                  }
                </dl>
              </li>
            }
          </ul>
        </details>
      } @empty {
        @if (diff().from !== null) {
          <ui-empty [heading]="'admin.versions.noDiff' | transloco"><p>{{ 'admin.versions.noDiffHelp' | transloco }}</p></ui-empty>
        }
      }
    </section>
  `,
})
export class DiffView {
  readonly diff = input.required<VersionDiff>();
  protected readonly tones = TONES;
}
