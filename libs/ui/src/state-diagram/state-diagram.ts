import { Component, ElementRef, Injector, afterNextRender, booleanAttribute, computed, effect, inject, input, signal } from '@angular/core';
import type { Diagram, DiagramEdge, DiagramNode, Text } from '@anuyat/licence-kit';
import { Button } from '../button';
import { Language } from '../language';
import { SayPipe } from '../say-pipe';
import { DIAGRAM_WORDS, OWNER_WORDS } from './diagram-words';
import { layOut } from './lay-out';

const STEPS = [0.35, 0.5, 0.65, 0.8, 1, 1.25, 1.6, 2];
const WHOLE = 4;
/** Pixels left above what is seen first. */
const ABOVE = 60;
/** Marks are found by their id: each drawing has its own. */
let made = 0;

/**
 * The states of a licence type and the ways between them, with "you are here" on a case. The drawing can be enlarged and moved with
 * fingers or keys; the same content stands below it as a list.
 */
@Component({
  selector: 'ui-state-diagram',
  imports: [Button, SayPipe],
  template: `
    @let sheet = shape();
    <div class="state-diagram">
      <p class="row no-print state-zoom">
        <button type="button" uiButton="secondary" isSmall [disabled]="step() === 0" (click)="zoom(-1)"><span aria-hidden="true">−</span><span class="visually-hidden">{{ words.smaller | say }}</span></button>
        <span class="figures small">{{ percent() }}%</span>
        <button type="button" uiButton="secondary" isSmall [disabled]="step() === last" (click)="zoom(1)"><span aria-hidden="true">+</span><span class="visually-hidden">{{ words.larger | say }}</span></button>
      </p>
      <div class="state-sheet no-print" tabindex="0" role="region" [attr.aria-label]="label() || (words.diagram | say)">
        <svg [attr.viewBox]="'0 0 ' + sheet.width + ' ' + sheet.height" [attr.width]="sheet.width * scale()" [attr.height]="sheet.height * scale()" aria-hidden="true" focusable="false">
          <defs>
            <marker [attr.id]="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="state-arrow" d="M0 0L8 4L0 8Z" /></marker>
          </defs>
          @for (frame of sheet.frames; track $index) {
            <rect class="state-frame" [attr.x]="frame.x" [attr.y]="frame.y" [attr.width]="frame.width" [attr.height]="frame.height" rx="10" />
            <text class="state-lane" [attr.x]="frame.x + 14" [attr.y]="frame.y + 26">{{ frame.title[0] }}</text>
          }
          @for (way of sheet.ways; track $index) {
            <path [attr.class]="'state-way state-way-' + way.kind" [attr.d]="way.path" [attr.marker-end]="'url(#' + arrow + ')'" />
          }
          @for (box of sheet.boxes; track box.id) {
            <g [attr.class]="'state-box state-box-' + box.node.kind + (box.node.outcome ? ' state-outcome-' + box.node.outcome : '')">
              @if (isHere(box.node)) {
                <rect class="state-here" [attr.x]="box.x - 5" [attr.y]="box.y - 5" [attr.width]="box.width + 10" [attr.height]="box.height + 10" rx="11" />
                <text class="state-here-words" [attr.x]="box.x" [attr.y]="box.y - 10">{{ words.here | say }}</text>
              }
              <rect [attr.x]="box.x" [attr.y]="box.y" [attr.width]="box.width" [attr.height]="box.height" [attr.rx]="box.node.kind === 'end' ? 20 : 7" />
              @for (line of box.lines; track $index) {
                <text text-anchor="middle" [attr.x]="box.x + box.width / 2" [attr.y]="box.y + 23 + $index * 18">{{ line }}</text>
              }
              @for (line of box.exits; track $index) {
                <text class="state-exit" [attr.x]="box.x + 10" [attr.y]="box.y + 20 + box.lines.length * 18 + $index * 16">{{ line }}</text>
              }
            </g>
          }
          @for (label of sheet.labels; track $index) {
            <text class="state-label" [attr.text-anchor]="label.anchor">
              @for (line of label.lines; track $index) {
                <tspan [attr.x]="label.x" [attr.y]="label.y + $index * 14">{{ line }}</tspan>
              }
            </text>
          }
        </svg>
      </div>
      <details class="state-list" [open]="isListOpen()">
        <summary>{{ words.list | say }}</summary>
        @for (part of parts(); track part.id) {
          <p class="strong">{{ part.title | say }}</p>
          <ol>
            @for (node of part.nodes; track node.id) {
              <li [attr.aria-current]="isHere(node) ? 'step' : null">
                <span [class.strong]="isHere(node)">{{ node.title | say }}</span>
                @if (node.owner) {
                  <span class="small soft"> ({{ owners[node.owner] | say }})</span>
                }
                @if (isHere(node)) {
                  <span class="small strong"> — {{ words.here | say }}</span>
                }
                @if (waysFrom(node).length > 0) {
                  <ul>
                    @for (way of waysFrom(node); track way.to) {
                      <li class="small">{{ way.title | say }} → {{ titleOf(way.to) | say }}</li>
                    }
                  </ul>
                }
              </li>
            }
          </ol>
        }
        @for (way of anywhere(); track way.to) {
          <p class="small">{{ words.anywhere | say }}: {{ way.title | say }} → {{ titleOf(way.to) | say }}</p>
        }
      </details>
    </div>
  `,
})
export class StateDiagram {
  readonly diagram = input.required<Diagram>();
  /** Paths of the states in which a case stands. */
  readonly here = input<readonly string[]>([]);
  readonly label = input('');
  readonly isListOpen = input(false, { transform: booleanAttribute });
  protected readonly words = DIAGRAM_WORDS;
  protected readonly owners = OWNER_WORDS;
  protected readonly last = STEPS.length - 1;
  protected readonly arrow = `state-arrow-${(made += 1)}`;
  private readonly language = inject(Language);
  protected readonly step = signal(WHOLE);
  protected readonly scale = computed(() => STEPS[this.step()] ?? 1);
  protected readonly percent = computed(() => Math.round(this.scale() * 100));

  protected readonly shape = computed(() => layOut(this.diagram(), (text) => this.language.say(text)));
  protected readonly parts = computed(() => {
    const { groups, nodes } = this.diagram();
    const outside = nodes.filter(({ group }) => group === null);
    return [
      ...groups.map(({ id, title }) => ({ id, title, nodes: nodes.filter(({ group }) => group === id) })),
      ...(outside.length > 0 ? [{ id: '', title: DIAGRAM_WORDS.around, nodes: outside }] : []),
    ];
  });
  protected readonly anywhere = computed(() => this.diagram().edges.filter(({ isFromAnywhere }) => isFromAnywhere));

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  /** What is seen first: where a case stands, or where everybody begins. */
  private readonly first = computed(() => {
    const { boxes } = this.shape();
    return boxes.find(({ node }) => this.isHere(node)) ?? boxes.find(({ node }) => node.kind === 'start') ?? boxes[0];
  });

  constructor() {
    effect(() => {
      const [box, scale] = [this.first(), this.scale()];
      afterNextRender(() => {
        const room = this.host.nativeElement.querySelector('.state-sheet');
        if (!box || !room) return;
        room.scrollLeft = (box.x + box.width / 2) * scale - room.clientWidth / 2;
        room.scrollTop = (box.y - ABOVE) * scale;
      }, { injector: this.injector });
    });
  }

  protected waysFrom({ id }: DiagramNode): DiagramEdge[] {
    return this.diagram().edges.filter(({ from, isFromAnywhere }) => from === id && !isFromAnywhere);
  }

  protected titleOf(id: string): Text {
    return this.diagram().nodes.find((node) => node.id === id)?.title ?? { th: id, en: id };
  }

  protected isHere({ id }: DiagramNode): boolean {
    return this.here().includes(id);
  }

  protected zoom(by: number): void {
    this.step.update((step) => Math.min(this.last, Math.max(0, step + by)));
  }
}
