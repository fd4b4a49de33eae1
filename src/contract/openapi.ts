/** The published contract, OpenAPI 3.1, made from the same schemas that check queries and answers. */
import * as z from 'zod/mini';
import { FACT_SCHEMAS, articleSchema, conversationSchema } from './fact-schemas.js';
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
  refusedSchema,
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
    paths: { ...questionPaths(), ...recordPaths(), ...writingPaths() },
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

/** Numbers and topics of a range. */
function questionPaths(): Json {
  return {
    '/describe': { get: read({ id: 'describe', summary: 'What the source has', answer: sourceDescriptionSchema }) },
    '/metrics': getAndPost('metrics', 'Numbers for a range', metricsQuerySchema, metricsAnswerSchema),
    '/questions': {
      get: read({
        id: 'questions',
        summary: 'What visitors ask most',
        parameters: parametersOf(questionsQuerySchema),
        answer: frequentQuestionsSchema,
        problems: [501],
      }),
    },
    '/knowledge-gaps': {
      get: read({
        id: 'knowledgeGaps',
        summary: 'Open topics',
        parameters: parametersOf(gapsQuerySchema),
        answer: knowledgeGapsSchema,
      }),
    },
  };
}

function recordPaths(): Json {
  return {
    '/conversations': getAndPost(
      'conversations',
      'The record of conversations',
      conversationsQuerySchema,
      conversationsPageSchema,
    ),
    '/conversations/{id}': {
      get: read({
        id: 'conversation',
        summary: 'One conversation',
        parameters: [pathParameter('id')],
        answer: conversationSchema,
        problems: [404],
      }),
    },
    '/records': {
      get: read({
        id: 'records',
        summary: 'The records behind a number',
        parameters: parametersOf(recordsQuerySchema),
        answer: recordsPageSchema,
        problems: [501],
      }),
    },
  };
}

function writingPaths(): Json {
  return {
    '/knowledge': {
      post: {
        ...operation({
          id: 'addKnowledge',
          summary: 'A new article',
          answer: articleSchema,
          problems: ADDING,
          status: '201',
        }),
        requestBody: jsonBody(toSchema(newArticleSchema)),
      },
    },
    '/facts': {
      post: {
        ...operation({
          id: 'addFacts',
          summary: 'Facts as they happen; the same id again replaces',
          parameters: [factParameter()],
          answer: factsReportSchema,
          problems: ADDING,
        }),
        requestBody: factsBody(),
      },
    },
  };
}

const ALWAYS: readonly ProblemStatus[] = [400, 401, 403, 414, 429, 503, 504];
const BODY: readonly ProblemStatus[] = [413, 415];
const ADDING: readonly ProblemStatus[] = [...BODY, 501, 507];

interface Operation {
  id: string;
  summary: string;
  parameters?: Json[];
  answer: z.ZodMiniType;
  /** Beside those that any operation may answer. */
  problems?: readonly ProblemStatus[];
  status?: string;
}

/** In the address, or as a body where it is long. */
function getAndPost(id: string, summary: string, query: z.ZodMiniObject, answer: z.ZodMiniType): Json {
  return {
    get: read({ id, summary, parameters: parametersOf(query), answer }),
    post: {
      ...operation({ id: `${id}ByBody`, summary: 'The same, for long questions', answer, problems: BODY }),
      requestBody: jsonBody(toSchema(query)),
    },
  };
}

/** A question in the address: its answer has a tag, so that asking again is cheap. */
function read({ parameters = [], ...rest }: Operation): Json {
  const made = operation({ ...rest, parameters: [...parameters, IF_NONE_MATCH] }) as {
    responses: Record<string, Json>;
  };
  made.responses['200'] = {
    ...made.responses['200'],
    headers: { ETag: { description: 'Stands for this answer', schema: { type: 'string' } } },
  };
  made.responses['304'] = { description: 'The answer is the one of If-None-Match' };
  return made;
}

function operation({ id, summary, parameters = [], answer, problems = [], status = '200' }: Operation): Json {
  const content = { 'application/problem+json': { schema: toSchema(problemSchema) } };
  const wrong = [...ALWAYS, ...problems].map((one) => [String(one), { ...PROBLEMS[one], content }]);
  return {
    operationId: id,
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

/** What an endpoint may say instead of an answer, by status. */
const RETRY = { 'Retry-After': { description: 'Seconds until it is worth asking again', schema: { type: 'integer' } } };

export const PROBLEMS = {
  400: { description: 'The question does not fit; `parameter` says where' },
  401: { description: 'There is no valid token', headers: { 'WWW-Authenticate': { schema: { type: 'string' } } } },
  403: { description: 'The token is valid, but its role may not have this' },
  404: { description: 'There is none, or none of this tenant' },
  413: { description: 'The body is too large' },
  414: { description: 'The address is too long; ask by body' },
  415: { description: 'The body is of another kind than it has to be' },
  429: { description: 'There were too many requests with this token or from this address', headers: RETRY },
  501: { description: 'This endpoint takes none' },
  503: { description: 'The numbers cannot be had now', headers: RETRY },
  504: { description: 'The question took too long' },
  507: { description: 'There is no room left; nothing was kept' },
} as const;

export type ProblemStatus = keyof typeof PROBLEMS;

/** What `POST /facts` has kept. */
export const factsReportSchema = z.object({ accepted: z.int(), refused: refusedSchema });
