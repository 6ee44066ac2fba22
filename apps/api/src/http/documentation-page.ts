import type { Endpoint } from '@danku/contract/endpoint.ts';
import { problems } from '@danku/contract/problem.ts';
import * as z from 'zod/mini';

type Contract = Record<string, Record<string, Endpoint>>;

/**
 * The API for people: every endpoint with its input, reply and problems, made from the contract. It is a page without
 * scripts: a documentation library would bring a framework, and calls to other sites, for what a browser does itself.
 */
export function documentationPage(contract: Contract, { nonce, version }: { nonce: string; version: string }): string {
  const subjects = Object.entries(contract);
  const links = subjects.map(([name]) => `<a href="#${name}">${escape(name)}</a>`).join(' ');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Danku API ${escape(version)}</title>
<style nonce="${nonce}">${style}</style></head>
<body>
<h1>Danku 单库 API ${escape(version)}</h1>
<p>All addresses begin with <code>/api/v1</code>; the same as <a href="/api/v1/openapi.json">OpenAPI 3.1</a>.</p>
<ul>
<li>Sign in with a session cookie (a matching <code>Origin</code> is needed) or <code>Authorization: Bearer dk_…</code>.</li>
<li><code>Danku-Tenant</code>: id or short name of the organisation; a member of one may leave it out.</li>
<li><code>Idempotency-Key</code> on every POST: the same key, the same answer.</li>
<li>Changes name the version they saw, in the body or as <code>If-Match</code>: 428 without, 412 when it differs.</li>
<li>Lists answer <code>{ items, next }</code>; <code>next</code> is the <code>cursor</code> of the following page. Problems are RFC 9457.</li>
</ul>
<nav>${links}</nav>
${subjects.map(([name, endpoints]) => `<h2 id="${name}">${escape(name)}</h2>${Object.values(endpoints).map(section).join('')}`).join('\n')}
</body></html>`;
}

function section(endpoint: Endpoint): string {
  const { method, path, summary, access, params, query, body, reply, upload } = endpoint;
  const parts = [
    part('Path', params, 'input'),
    part('Query', query, 'input'),
    upload === true
      ? '<h4>Body</h4><p>multipart/form-data, field <code>file</code>, as many as wanted</p>'
      : part('Body', body, 'input'),
    typeof reply === 'string' ? `<h4>Reply</h4><p>${reply}</p>` : part('Reply', reply, 'output'),
  ];
  const codes = [...new Set(endpoint.problems)].map((code) => `<code>${problems[code]} ${code}</code>`).join(' ');
  return `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(summary)}</span></summary>
<p>For: ${access}</p>${parts.join('')}<h4>Problems</h4><p>${codes}</p></details>`;
}

function part(title: string, schema: z.ZodMiniType | undefined, io: 'input' | 'output'): string {
  if (schema === undefined) {
    return '';
  }
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return `<h4>${title}</h4><pre>${escape(JSON.stringify(shape, undefined, 2))}</pre>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
nav { display: flex; flex-wrap: wrap; gap: 1rem; }
details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .4rem 0; }
summary { cursor: pointer; }
summary b { display: inline-block; min-width: 4rem; }
pre { overflow: auto; max-height: 30rem; padding: .8rem; background: color-mix(in srgb, currentColor 8%, transparent); }
h4 { margin: .8rem 0 .2rem; }`;
