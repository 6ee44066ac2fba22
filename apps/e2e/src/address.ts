/** Where the running system answers; the port is the one playwright.config.ts starts it on. */
export const address = `http://localhost:${process.env['DANKU_E2E_PORT'] ?? '38300'}`;
