/** The published contract, OpenAPI 3.1, made from the same schemas that check queries and answers. */
import * as z from 'zod/mini';
import { articleSchema, conversationSchema, FACT_SCHEMAS } from './fact-schemas.js';
import { factsReportSchema } from './facts-report.js';
import { PROBLEMS, type ProblemStatus } from './openapi-problems.js';
import {
  conversationsPageSchema,
  conversationsQuerySchema,
  frequentQuestionsSchema,
  gapsQuerySchema,
  knowledgeGapsSchema,
  metricsAnswerSchema,
  metricsQuerySchema,
  newArticleSchema,
  problemSchema,
  questionsQuerySchema,
  recordsPageSchema,
  recordsQuerySchema,
  sourceDescriptionSchema,
} from './wire-schemas.js';

type Json = Record<string, unknown>;

export function openApiDocument(basePath: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Agent metrics endpoint',
      version: '1',
      description:
        'Numbers about an AI customer agent. A role decides whether texts and people are in the answers; what is taken out is marked as masked.',
    },
    servers: [{ url: basePath }],
    security: [{ bearer: [] }, {}],
    paths: {
      '/describe': { get: read('describe', 'What the source has', [], sourceDescriptionSchema) },
      '/metrics': {
        get: read('metrics', 'Numbers for a range', parametersOf(metricsQuerySchema), metricsAnswerSchema),
        post: {
          ...byBody('metricsByBody', 'The same, for long questions', metricsAnswerSchema),
          requestBody: jsonBody(toSchema(metricsQuerySchema)),
        },
      },
      '/conversations': {
        get: read(
          'conversations',
          'The record of conversations',
          parametersOf(conversationsQuerySchema),
          conversationsPageSchema,
        ),
        post: {
          ...byBody('conversationsByBody', 'The same, for long questions', conversationsPageSchema),
          requestBody: jsonBody(toSchema(conversationsQuerySchema)),
        },
      },
      '/conversations/{id}': {
        get: read('conversation', 'One conversation', [pathParameter('id')], conversationSchema, [404]),
      },
      '/records': {
        get: read('records', 'The records behind a number', parametersOf(recordsQuerySchema), recordsPageSchema, [501]),
      },
      '/questions': {
        get: read(
          'questions',
          'What visitors ask most',
          parametersOf(questionsQuerySchema),
          frequentQuestionsSchema,
          [501],
        ),
      },
      '/knowledge-gaps': {
        get: read('knowledgeGaps', 'Open topics', parametersOf(gapsQuerySchema), knowledgeGapsSchema),
      },
      '/knowledge': {
        post: {
          ...operation('addKnowledge', 'A new article', [], articleSchema, ADDING, '201'),
          requestBody: jsonBody(toSchema(newArticleSchema)),
        },
      },
      '/facts': {
        post: {
          ...operation(
            'addFacts',
            'Facts as they happen; the same id again replaces',
            [factParameter()],
            factsReportSchema,
            ADDING,
          ),
          requestBody: factsBody(),
        },
      },
    },
    components: {
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'A JWT or a listed token. Some endpoints take none.',
        },
      },
    },
  };
}

const ALWAYS: readonly ProblemStatus[] = [400, 401, 403, 414, 429, 503, 504];
const BODY: readonly ProblemStatus[] = [413, 415];
const ADDING: readonly ProblemStatus[] = [...BODY, 501, 507];

/** A question in the address: its answer has a tag, so that asking again is cheap. */
function read(
  id: string,
  summary: string,
  parameters: Json[],
  answer: z.ZodMiniType,
  problems: readonly ProblemStatus[] = [],
): Json {
  const made = operation(id, summary, [...parameters, IF_NONE_MATCH], answer, problems) as {
    responses: Record<string, Json>;
  };
  made.responses['200'] = {
    ...made.responses['200'],
    headers: { ETag: { description: 'Stands for this answer', schema: { type: 'string' } } },
  };
  made.responses['304'] = { description: 'The answer is the one of If-None-Match' };
  return made;
}

const byBody = (id: string, summary: string, answer: z.ZodMiniType): Json => operation(id, summary, [], answer, BODY);

function operation(
  operationId: string,
  summary: string,
  parameters: Json[],
  answer: z.ZodMiniType,
  problems: readonly ProblemStatus[],
  status = '200',
): Json {
  const content = { 'application/problem+json': { schema: toSchema(problemSchema) } };
  const wrong = [...ALWAYS, ...problems].map((one) => [String(one), { ...PROBLEMS[one], content }]);
  return {
    operationId,
    summary,
    parameters,
    responses: {
      [status]: { description: 'The answer', content: { 'application/json': { schema: toSchema(answer) } } },
      ...Object.fromEntries(wrong),
      default: { description: 'What was wrong, RFC 9457', content },
    },
  };
}

const IF_NONE_MATCH: Json = { name: 'If-None-Match', in: 'header', required: false, schema: { type: 'string' } };
const jsonBody = (schema: Json): Json => ({ required: true, content: { 'application/json': { schema } } });
const pathParameter = (name: string): Json => ({ name, in: 'path', required: true, schema: { type: 'string' } });
const factParameter = (): Json => parameter('fact', { type: 'string', enum: Object.keys(FACT_SCHEMAS) }, false);

/** An object of lists, or with `fact` one record a line. */
function factsBody(): Json {
  const lists = Object.entries(FACT_SCHEMAS).map(([fact, schema]) => [
    fact,
    { type: 'array', items: toSchema(schema) },
  ]);
  const { content, ...body } = jsonBody({ type: 'object', properties: Object.fromEntries(lists) }) as { content: Json };
  return { ...body, content: { ...content, 'application/x-ndjson': { schema: { type: 'string' } } } };
}

/** Lists travel comma-separated, ids percent-encoded in theirs, filters as in the attribute, `compare` as two dates. */
function parametersOf(schema: z.ZodMiniObject): Json[] {
  const { properties = {}, required = [] } = toSchema(schema) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).flatMap(([name, property]) => {
    if (name === 'compare') return ['compareFrom', 'compareTo'].map((one) => parameter(one, { type: 'string' }, false));
    if (name === 'filters')
      return [parameter(name, { type: 'string', examples: ['channel:web-chat,sms;status:routed'] }, false)];
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
function describeInstants({
  zodSchema,
  jsonSchema,
}: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: z.core.JSONSchema.BaseSchema;
}): void {
  if (zodSchema._zod.def.type === 'custom')
    Object.assign(jsonSchema, {
      oneOf: [
        { type: 'string', format: 'date-time' },
        { type: 'integer', description: 'Epoch milliseconds' },
      ],
    });
}
