import type { FastifyReply } from 'fastify';

/** Refuses in the form of every other answer of the gateway; nothing of a refusal is kept by caches. */
export const refuseMedia = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .removeHeader('content-disposition')
    .type('application/json; charset=utf-8')
    .send({ errors: [{ message, extensions: { code } }] });
