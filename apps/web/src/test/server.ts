import { setupServer } from 'msw/node';

/** The API of the tests, at the edge of the browser. Each test says what it answers: `server.use(answer(…))`. */
export const server = setupServer();
