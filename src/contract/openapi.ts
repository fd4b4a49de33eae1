/** The published contract, OpenAPI 3.1, made from the same schemas that check queries and answers. */
import * as z from 'zod/mini';
import { articleSchema, conversationSchema } from './fact-schemas.js';
import {
  conversationsPageSchema, conversationsQuerySchema, gapsQuerySchema, knowledgeGapsSchema, metricsAnswerSchema, metricsQuerySchema,
  newArticleSchema, problemSchema, sourceDescriptionSchema,
} from './wire-schemas.js';

type Json = Record<string, unknown>;

export function openApiDocument(basePath: string): Json {
  return {
    openapi: '3.1.0',
    info: { title: 'Agent metrics endpoint', version: '1', description: 'Numbers about an AI customer agent.' },
    servers: [{ url: basePath }],
    paths: {
      '/describe': { get: operation('describe', 'What the source has', [], sourceDescriptionSchema) },
      '/metrics': {
        get: operation('metrics', 'Numbers for a range', parametersOf(metricsQuerySchema), metricsAnswerSchema),
        post: { ...operation('metricsByBody', 'The same, for long questions', [], metricsAnswerSchema), requestBody: jsonBody(metricsQuerySchema) },
      },
      '/conversations': {
        get: operation('conversations', 'The record of conversations', parametersOf(conversationsQuerySchema), conversationsPageSchema),
        post: { ...operation('conversationsByBody', 'The same, for long questions', [], conversationsPageSchema), requestBody: jsonBody(conversationsQuerySchema) },
      },
      '/conversations/{id}': { get: operation('conversation', 'One conversation', [pathParameter('id')], conversationSchema) },
      '/knowledge-gaps': { get: operation('knowledgeGaps', 'Open topics', parametersOf(gapsQuerySchema), knowledgeGapsSchema) },
      '/knowledge': { post: { ...operation('addKnowledge', 'A new article', [], articleSchema, '201'), requestBody: jsonBody(newArticleSchema) } },
    },
  };
}

function operation(operationId: string, summary: string, parameters: Json[], answer: z.ZodMiniType, status = '200'): Json {
  return {
    operationId, summary, parameters,
    responses: {
      [status]: { description: 'The answer', content: { 'application/json': { schema: toSchema(answer) } } },
      default: { description: 'What was wrong, RFC 9457', content: { 'application/problem+json': { schema: toSchema(problemSchema) } } },
    },
  };
}

const jsonBody = (schema: z.ZodMiniType): Json => ({ required: true, content: { 'application/json': { schema: toSchema(schema) } } });
const pathParameter = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });

/** Lists travel comma-separated, ids percent-encoded in theirs, filters as in the attribute, `compare` as two dates. */
function parametersOf(schema: z.ZodMiniObject): Json[] {
  const { properties = {}, required = [] } = toSchema(schema) as { properties?: Record<string, Json>; required?: string[] };
  return Object.entries(properties).flatMap(([name, property]) => {
    if (name === 'compare') return ['compareFrom', 'compareTo'].map((one) => parameter(one, { type: 'string' }, false));
    if (name === 'filters') return [parameter(name, { type: 'string', examples: ['channel:web-chat,sms;status:routed'] }, false)];
    return [parameter(name, property, required.includes(name))];
  });
}

function parameter(name: string, schema: Json, required: boolean): Json {
  return { name, in: 'query', required, schema, ...(schema['type'] === 'array' && { style: 'form', explode: false }) };
}

function toSchema(schema: z.ZodMiniType): Json {
  const made = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input', override: describeInstants }) as Json;
  delete made['$schema'];
  return made;
}

/** Instants are the only schema without a JSON form of their own. */
function describeInstants({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (zodSchema._zod.def.type === 'custom') Object.assign(jsonSchema, { oneOf: [{ type: 'string', format: 'date-time' }, { type: 'integer', description: 'Epoch milliseconds' }] });
}
