import { freePorts } from '../lib/program.ts';
import { type Server, startServer } from './server.ts';

/** Our mock of NetSapiens, and somebody who may create and list domains. */
export interface Platform {
  readonly server: Server;
  readonly token: string;
  /** As `POST /_mock/reset`, and the same token again. */
  readonly reset: () => Promise<Platform>;
}

const api = '/ns-api/v2';

export async function startPlatform(name: string, folder: string, spec?: string): Promise<Platform> {
  const [port = 0] = await freePorts(1);
  const env = { DATA_DIR: folder, ...(spec !== undefined && { SPEC: spec }) };
  const server = await startServer({ name, program: 'apps/mock-netsapiens/src/main.ts', env, port });
  return logIn(server);
}

async function logIn(server: Server): Promise<Platform> {
  const body = {
    grant_type: 'password',
    client_id: 'acrobits-softphone',
    client_secret: 'mock-client-secret',
    username: 'super@system.example',
    password: 'mock-password',
  };
  const answer = JSON.parse(await server.ask({ method: 'POST', path: `${api}/tokens`, expected: 200, body }));
  const reset = async (): Promise<Platform> => {
    await server.ask({ method: 'POST', path: '/_mock/reset', expected: 200 });
    return logIn(server);
  };
  return { server, token: answer.access_token, reset };
}
