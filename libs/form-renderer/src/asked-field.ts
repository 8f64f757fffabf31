import { ChangeDetectorRef, Directive, computed, inject, signal } from '@angular/core';
import type { OnInit } from '@angular/core';
import type { JsonSchema } from '@anuyat/licence-kit';
import { Language, describedBy } from '@anuyat/ui';
import { FieldType } from '@ngx-formly/core';
import type { FieldTypeConfig } from '@ngx-formly/core';
import type { AskedProps } from './field-configs';
import { FormState } from './form-state';
import { fieldId, pathOf } from './paths';

/** What every field type of ours has: its path, its words, whether it is asked, what is wrong with it. */
@Directive()
export abstract class AskedField<V = unknown> extends FieldType<FieldTypeConfig> implements OnInit {
  protected readonly state = inject(FormState);
  protected readonly language = inject(Language);
  private readonly changes = inject(ChangeDetectorRef);
  private readonly ready = signal(false);

  protected readonly asked = computed<AskedProps>(() => (this.ready() ? (this.props as unknown as AskedProps) : { schema: {}, isRequired: true }));
  protected readonly schema = computed<JsonSchema>(() => this.asked().schema);
  protected readonly label = computed(() => this.language.say(this.schema()['x-title']));
  protected readonly help = computed(() => this.language.say(this.schema()['x-help']));
  protected readonly unit = computed(() => this.language.say(this.schema()['x-unit']));

  ngOnInit(): void {
    this.ready.set(true);
    this.changes.markForCheck();
  }

  /** A row may move up when one before it is removed, so the path is worked out each time. */
  protected get path(): string {
    return pathOf(this.field);
  }

  protected get controlId(): string {
    return fieldId(this.path);
  }

  protected get isShown(): boolean {
    return this.ready() && this.state.isAsked(this.path, this.schema());
  }

  protected get error(): string {
    return this.language.say(this.state.messageOf(this.path));
  }

  protected get description(): string | null {
    return describedBy(this.controlId, this.help(), this.error);
  }

  protected get value(): V | undefined {
    return this.formControl.value as V | undefined;
  }

  protected set(value: V | undefined | null): void {
    this.formControl.setValue(value ?? undefined);
    this.state.tell(this.path, value ?? null);
  }
}
