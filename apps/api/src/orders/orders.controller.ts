import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Refusal, type FiledAppeal, type WrittenOrder, type PersonActor } from '@anuyat/contract';
import { AppealDesk, OrderReader, recordDelivery } from '@anuyat/decisions';
import { Allow, CurrentActor, Fresh, Mandated } from '@anuyat/http';
import { storableTree } from '@anuyat/registrar';
import { DataSource } from 'typeorm';
import { FileAppealDto, RecordDeliveryDto } from './orders.dto';

/** Written orders, how they reached the applicant, and appeals against them. */
@Controller('api')
export class OrdersController {
  constructor(
    private readonly orders: OrderReader,
    private readonly desk: AppealDesk,
    private readonly source: DataSource,
  ) {}

  @Get('orders/:id')
  @Allow('signed-in')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<WrittenOrder> {
    const order = await this.orders.find(actor, id);
    if (!order) throw new Refusal('not-found');
    const { holder: _, caseNumber: __, ...view } = order;
    return view;
  }

  /** How else the order reached the applicant: the office records it. */
  @Post('orders/:id/deliveries')
  @HttpCode(200)
  @Allow('officer')
  async deliver(@Param('id', ParseUUIDPipe) id: string, @Body() body: RecordDeliveryDto, @CurrentActor() actor: PersonActor): Promise<WrittenOrder> {
    await this.source.transaction((tx) => recordDelivery(tx, actor, id, body));
    return this.get(id, actor);
  }

  /** Appeals against the refusal or the return of an application; same key, same answer. */
  @Post('applications/:id/appeals')
  @HttpCode(200)
  @Allow('applicant')
  @Fresh('file')
  @Mandated('file')
  appeal(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FileAppealDto,
    @Headers('idempotency-key') key: string | undefined,
    @CurrentActor() actor: PersonActor,
  ): Promise<FiledAppeal> {
    if (!key || key.length > 100) throw new Refusal('key-missing');
    return this.desk.file(actor, id, storableTree({ ...body }), key);
  }
}
