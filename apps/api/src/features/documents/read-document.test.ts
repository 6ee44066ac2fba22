import { contract } from '@danku/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { as } from '../../test/as.ts';
import { startTestServer, type TestServer } from '../../test/server.ts';
import { buildTeam, draft, eventTypesOf, order, read, workingMorning, type Team } from './test/papers.ts';

let server: TestServer;
let team: Team;

beforeAll(async () => {
  server = await startTestServer();
  server.setTime(workingMorning);
  team = await buildTeam(server);
});
afterAll(() => server.close());

const viewsOf = async (id: string) => (await eventTypesOf(team.manager, id)).filter((type) => type === 'document.viewed').length;

it('records every view', async () => {
  const { id } = await draft(team.clerk);
  await read(team.reviewer, id);
  await read(team.reviewer, id);
  expect(await viewsOf(id)).toBe(2);
});

it('counts a screen that waits for pages once a minute, per person', async () => {
  const page = new File([Buffer.from('%PDF-1.4 waits for its preview')], 'a.pdf');
  const uploaded = await as(team.clerk).upload(contract.files.uploadFiles, [page]);
  const fileIds = uploaded.items.map(({ file }) => file.id);
  const { id } = await as(team.clerk).call(contract.documents.createDocument, { body: { kind: 'SO', ...order(), fileIds } });
  for (let turn = 0; turn < 3; turn += 1) {
    expect(await read(team.reviewer, id)).toMatchObject({ pagesPending: true });
  }
  await read(team.clerk2, id);
  expect(await viewsOf(id)).toBe(2);
  server.setTime(new Date(workingMorning.getTime() + 70_000));
  await read(team.reviewer, id);
  expect(await viewsOf(id)).toBe(3);
  server.setTime(workingMorning);
});
