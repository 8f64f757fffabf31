import { NgComponentOutlet } from '@angular/common';
import { httpResource } from '@angular/common/http';
import { Component, afterNextRender, signal } from '@angular/core';
import type { Type } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoPipe } from '@jsverse/transloco';
import type { JourneySummary } from '@anuyat/contract';
import { Button, Icon, Loading, ProblemView, SayPipe } from '@anuyat/ui/shell';
import { toProblem } from '../core/problem';

/** The promise, the picture, and the ways in. */
@Component({
  selector: 'anuyat-home',
  imports: [Button, Icon, Loading, NgComponentOutlet, ProblemView, RouterLink, SayPipe, TranslocoPipe],
  template: `
    <section class="hero">
      <div class="page">
        <h1 class="promise">
          @for (part of ['promise1', 'promise2', 'promise3', 'promise4']; track part) {
            <span>{{ 'home.' + part | transloco }}</span>{{ ' ' }}
          }
        </h1>
        <p class="hero-lead">{{ 'home.lead' | transloco }}</p>
        <div class="actions hero-actions">
          <a uiButton routerLink="/journeys">{{ 'home.start' | transloco }} <ui-icon name="arrow" /></a>
          <a uiButton="secondary" routerLink="/my">{{ 'home.follow' | transloco }}</a>
        </div>
        <p class="small soft">{{ 'home.noSignIn' | transloco }}</p>
        <figure class="hero-map">
          <figcaption><span class="strong">{{ 'home.mapTitle' | transloco }}</span> <span class="soft">{{ 'home.mapCaption' | transloco }}</span></figcaption>
          <div class="hero-map-room">
            <ng-container [ngComponentOutlet]="picture()" />
          </div>
        </figure>
      </div>
    </section>

    <section class="band page" aria-labelledby="journeys">
      <h2 id="journeys">{{ 'home.journeysTitle' | transloco }}</h2>
      @if (journeys.hasValue()) {
        <ul class="cards plain-list">
          @for (journey of journeys.value(); track journey.code) {
            <li class="card card-link">
              <h3><a [routerLink]="['/journeys', journey.code]">{{ journey.title | say }}</a></h3>
              <p class="soft small">{{ journey.summary | say }}</p>
            </li>
          }
        </ul>
      } @else if (journeys.error()) {
        <ui-problem [problem]="toProblem(journeys.error())" canRetry (retry)="journeys.reload()" />
      } @else {
        <ui-loading [rows]="2" />
      }
    </section>

    <section class="band band-mist">
      <div class="page">
        <h2>{{ 'home.howTitle' | transloco }}</h2>
        <ol class="how plain-list">
          @for (step of [1, 2, 3, 4]; track step) {
            <li>
              <span class="how-number" aria-hidden="true">{{ step }}</span>
              <h3>{{ 'home.how' + step | transloco }}</h3>
              <p class="small soft">{{ 'home.how' + step + 'Text' | transloco }}</p>
            </li>
          }
        </ol>
      </div>
    </section>

    <section class="band page">
      <h2>{{ 'home.alsoTitle' | transloco }}</h2>
      <ul class="cards plain-list">
        @for (way of ways; track way.path) {
          <li class="card card-link">
            <h3><a [routerLink]="way.path">{{ 'home.' + way.words | transloco }}</a></h3>
            <p class="soft small">{{ 'home.' + way.words + 'Text' | transloco }}</p>
          </li>
        }
      </ul>
    </section>
  `,
})
export class Home {
  protected readonly journeys = httpResource<JourneySummary[]>(() => '/api/journeys');
  protected readonly toProblem = toProblem;
  protected readonly picture = signal<Type<unknown> | null>(null);
  protected readonly ways = [
    { path: '/licence-types', words: 'guides' },
    { path: '/verify', words: 'verify' },
    { path: '/help', words: 'help' },
  ];

  constructor() {
    afterNextRender(() => void import('./example-picture').then(({ ExamplePicture }) => this.picture.set(ExamplePicture)));
  }
}
