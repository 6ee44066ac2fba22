import * as z from 'zod/mini';
import type { Endpoint } from './endpoint.ts';
import { problems, ProblemReply } from './problem.ts';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of a contract: every endpoint by subject and name. */
export function openApiOf(contract: Record<string, Record<string, Endpoint>>, { version }: { version: string }): Json {
  const paths: Record<string, Json> = {};
  for (const [subject, endpoints] of Object.entries(contract)) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
      paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint, subject, name) };
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Danku 单库', version },
    servers: [{ url: '/api/v1' }],
    tags: Object.keys(contract).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemReply, 'output') },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'danku' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, subject: string, name: string): Json {
  return {
    tags: [subject],
    operationId: `${subject}.${name}`,
    summary: endpoint.summary,
    security: endpoint.access === 'public' ? [] : [{ session: [] }, { token: [] }],
    parameters: [...parametersOf(endpoint, 'path'), ...parametersOf(endpoint, 'query'), ...headersOf(endpoint)],
    ...requestBodyOf(endpoint),
    responses: { ...successOf(endpoint), ...problemsOf(endpoint) },
  };
}

function parametersOf(endpoint: Endpoint, place: 'path' | 'query'): Json[] {
  const schema = place === 'path' ? endpoint.params : endpoint.query;
  if (schema === undefined) {
    return [];
  }
  const { properties, required } = schemaOf(schema, 'input');
  const needed = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || needed.includes(name),
    schema: shape,
  }));
}

function headersOf({ access, method, versioned }: Endpoint): Json[] {
  const header = (name: string, description: string, schema: Json) => ({
    name,
    in: 'header',
    required: false,
    description,
    schema,
  });
  return [
    ...(access === 'public' ? [] : [header('Danku-Tenant', 'Id or short name of the organisation', { type: 'string' })]),
    ...(method === 'post'
      ? [header('Idempotency-Key', 'The same key answers the same', { type: 'string', maxLength: 255 })]
      : []),
    ...(versioned === true ? [header('If-Match', 'The version seen, where the body does not say it', { type: 'string' })] : []),
  ];
}

function requestBodyOf({ body, upload }: Endpoint): Json {
  if (upload === true) {
    const schema = {
      type: 'object',
      properties: { file: { type: 'array', items: { type: 'string', format: 'binary' } } },
      required: ['file'],
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  return body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } } };
}

function successOf({ reply, status }: Endpoint): Json {
  if (reply === 'nothing') {
    return { 204: { description: 'Done' } };
  }
  const content =
    reply === 'bytes'
      ? { '*/*': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(reply, 'output') } };
  return { [status ?? 200]: { description: 'Success', content } };
}

/** Several problems share a status; their codes stand in its description. */
function problemsOf(endpoint: Endpoint): Json {
  const byStatus = Map.groupBy(new Set(endpoint.problems), (code) => problems[code]);
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, { description: codes.join(', '), content }]));
}

function schemaOf(schema: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' });
  return shape;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
