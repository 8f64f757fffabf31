import { Component } from '@angular/core';

@Component({ selector: 'anuyat-home', template: `<div class="page"><h1>ยื่นที่เดียว</h1></div>` })
export class Home {}
