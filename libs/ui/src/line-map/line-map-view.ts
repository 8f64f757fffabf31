import { Component, DestroyRef, ElementRef, afterNextRender, booleanAttribute, computed, inject, input, signal } from '@angular/core';
import type { LineMap, StationState } from '@anuyat/contract';
import type { Text } from '@anuyat/licence-kit';
import { Button } from '../button';
import { dayInWords } from '../formats';
import { Language } from '../language';
import { SayPipe } from '../say-pipe';
import { layHorizontally, leastWidth } from './horizontal';
import { joinedLines, linesAt, linesThatGoOn } from './joined-lines';
import { MAP_WORDS } from './map-words';
import type { MapShape } from './shapes';
import { layVertically } from './vertical';

const STATE_WORDS: Record<StationState, Text> = {
  done: MAP_WORDS.stationDone,
  now: MAP_WORDS.stationNow,
  ahead: MAP_WORDS.stationAhead,
  skipped: MAP_WORDS.stationSkipped,
  failed: MAP_WORDS.stationFailed,
};

/**
 * The product's own picture: lanes as lines of a metro map. Drawn as SVG, across where there is room and down where
 * there is not; the same content stands beside it as lists, for screen readers and on paper.
 */
@Component({
  selector: 'ui-line-map',
  imports: [Button, SayPipe],
  template: `
    <div class="line-map">
      @if (shape(); as map) {
        <svg [attr.viewBox]="'0 0 ' + map.width + ' ' + map.height" [attr.height]="map.height" aria-hidden="true" focusable="false">
          @for (track of map.tracks; track $index) {
            <g [class.map-line-ahead]="track.isAhead">
              <path [attr.class]="'map-line map-lane-' + track.lane" [attr.d]="track.path" />
              <path [attr.class]="'map-pattern map-lane-' + track.lane" [attr.d]="track.path" />
            </g>
          }
          @for (station of map.stations; track $index) {
            @if (station.state === 'now') {
              <rect class="map-ring" [attr.x]="station.x - 15" [attr.y]="station.y - 15" [attr.width]="station.reachX + 30" [attr.height]="station.reachY + 30" rx="15" />
            }
            <rect
              [attr.class]="'map-station map-lane-' + station.lane + ' map-station-' + station.state + (station.isInterchange ? ' map-station-interchange' : '')"
              [attr.x]="station.x - 9"
              [attr.y]="station.y - 9"
              [attr.width]="station.reachX + 18"
              [attr.height]="station.reachY + 18"
              [attr.rx]="station.isEnd ? 4 : 9"
            />
            @if (station.state === 'done') {
              <path class="map-mark" [attr.d]="'M' + (station.x - 4) + ' ' + (station.y + 0.5) + 'l3 3l5-6'" />
            }
            @if (station.state === 'failed') {
              <path class="map-mark map-cross" [attr.d]="'M' + (station.x - 3.5) + ' ' + (station.y - 3.5) + 'l7 7m0-7l-7 7'" />
            }
          }
          @for (text of map.texts; track $index) {
            <text [attr.class]="text.look" [attr.text-anchor]="text.anchor">
              @for (line of text.lines; track $index) {
                <tspan [attr.x]="text.x" [attr.y]="text.y + $index * text.leading">{{ line }}</tspan>
              }
            </text>
          }
        </svg>
      }
      @if (left() > 0) {
        <button type="button" class="no-print" uiButton="quiet" isSmall (click)="isWhole.set(true)">{{ words.showEnded | say }} ({{ left() }})</button>
      }
      <div class="visually-hidden">
        <p>{{ label() || (words.lineMap | say) }}</p>
        @for (line of lines(); track line.id) {
          <p>{{ line.groupTitle | say }}: {{ line.title | say }}{{ line.subtitle ? ', ' : '' }}{{ line.subtitle | say }}</p>
          <ol>
            @for (station of line.stations; track station.place) {
              <li [attr.aria-current]="station.state === 'now' ? 'step' : null">{{ spoken(station) }}</li>
            }
          </ol>
        }
      </div>
    </div>
  `,
})
export class LineMapView {
  readonly map = input.required<LineMap>();
  /** What the map shows, for screen readers. */
  readonly label = input('');
  /** A plan has no "done" nor "ahead": only the way. */
  readonly isPlan = input(false, { transform: booleanAttribute });

  protected readonly words = MAP_WORDS;
  private readonly language = inject(Language);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly width = signal(0);

  protected readonly lines = computed(() => joinedLines(this.map()));
  private readonly meetings = computed(() => linesAt(this.lines()));
  /** Drawn down, a map is long: groups that have ended wait until they are asked for, while others go on. */
  private readonly drawnDown = computed(() => {
    const lines = this.lines();
    return this.isPlan() || this.isWhole() ? lines : linesThatGoOn(lines);
  });
  protected readonly isWhole = signal(false);
  protected readonly left = computed(() => {
    const lines = this.lines();
    const isDown = this.width() > 0 && this.width() < leastWidth(lines);
    return isDown ? new Set(lines.map(({ group }) => group)).size - new Set(this.drawnDown().map(({ group }) => group)).size : 0;
  });
  protected readonly shape = computed(() => {
    const width = this.width();
    const lines = this.lines();
    if (width === 0 || lines.length === 0) return undefined;
    const say = (text: Text) => this.language.say(text);
    const map = width >= leastWidth(lines) ? layHorizontally(lines, width, say) : layVertically(this.drawnDown(), width, say);
    return this.isPlan() ? asPlan(map) : map;
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    afterNextRender(() => {
      const box = this.host.nativeElement.firstElementChild;
      if (!box) return;
      const measure = () => this.width.set(Math.floor(box.getBoundingClientRect().width));
      measure();
      if (typeof ResizeObserver === 'undefined') return;
      const watch = new ResizeObserver(measure);
      watch.observe(box);
      destroyed.onDestroy(() => watch.disconnect());
    });
  }

  protected spoken(station: { title: Text; state: StationState; kind: string; at?: string; place: string }): string {
    const say = (text: Text) => this.language.say(text);
    const details = [
      this.isPlan() ? '' : say(STATE_WORDS[station.state]),
      station.at ? dayInWords(station.at, this.language.current()) : '',
      station.kind === 'detour' ? say(MAP_WORDS.detour) : '',
      (this.meetings().get(station.place)?.length ?? 0) > 1 ? say(MAP_WORDS.interchange) : '',
    ].filter(Boolean);
    return details.length > 0 ? `${say(station.title)} (${details.join(', ')})` : say(station.title);
  }
}

/** Nothing of a plan is ahead or behind: all of it is drawn in full. */
function asPlan(map: MapShape): MapShape {
  return {
    ...map,
    tracks: map.tracks.map((track) => ({ ...track, isAhead: false })),
    texts: map.texts.map((text) => ({ ...text, look: text.look.replace('map-label-ahead', '') })),
  };
}
