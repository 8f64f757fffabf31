import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import { Refusal, type FiledAppeal, type WrittenOrder, type PersonActor } from '@anuyat/contract';
import { AppealDesk, OrderPress, OrderReader, recordDelivery } from '@anuyat/decisions';
import { Allow, CurrentActor, Fresh, Limited, Mandated } from '@anuyat/http';
import { AccessLog } from '@anuyat/identity';
import { storableTree } from '@anuyat/registrar';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import { FileAppealDto, RecordDeliveryDto } from './orders.dto';

/** Written orders, how they reached the applicant, and appeals against them. */
@Controller('api')
export class OrdersController {
  constructor(
    private readonly orders: OrderReader,
    private readonly press: OrderPress,
    private readonly desk: AppealDesk,
    private readonly source: DataSource,
    private readonly log: AccessLog,
  ) {}

  @Get('orders/:id')
  @Allow('signed-in')
  async get(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor): Promise<WrittenOrder> {
    const order = await this.orders.find(actor, id);
    if (!order) throw new Refusal('not-found');
    await this.log.note(actor, { what: 'order', id });
    const { holder: _, caseNumber: __, ...view } = order;
    return view;
  }

  /** The order as a letter in PDF, for whom it is about and for the offices that have a part in it. */
  @Get('orders/:id/paper')
  @Allow('signed-in')
  @Limited('costly')
  async paper(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: PersonActor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const order = await this.press.find(actor, id);
    if (!order) throw new Refusal('not-found');
    await this.log.note(actor, { what: 'order', id });
    void reply.type('application/pdf').header('content-disposition', `inline; filename="${order.number}.pdf"`);
    return order.paper;
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
