import { type Environment, type ProgramSettings, readPort, readSettings } from '@enablement/mock-kit';
import { bareHost } from './filing.ts';

export interface Configuration extends ProgramSettings {
  readonly smtpPort: number;
  /** The file that the state survives in; without one it lives as long as the process. */
  readonly stateFile: string | undefined;
  /** `host[:port]` under which the messaging API is reached from outside; `undefined` means `localhost` and the port. */
  readonly messagingHost: string | undefined;
  /** Whether the staff answers by itself from the start. */
  readonly auto: boolean;
}

/** Reads the environment. Throws one sentence that names the first variable which is wrong. */
export function readConfiguration(environment: Environment): Configuration {
  const settings = readSettings(environment, 4402);
  const smtpPort = readPort(environment, 'SMTP_PORT', 4425);
  const { AUTO_REPLY: auto = '0', MESSAGING_HOST: messagingHost, STATE_FILE: stateFile } = environment;
  if (auto !== '0' && auto !== '1' && auto !== '') {
    throw new Error(`AUTO_REPLY must be 1 (the staff answers by itself) or 0, not "${auto}".`);
  }
  if (messagingHost && !bareHost.safeParse(messagingHost).success) {
    throw new Error(
      `MESSAGING_HOST must be a bare host such as localhost:4402, without scheme and path, not "${messagingHost}".`,
    );
  }
  return {
    ...settings,
    smtpPort,
    stateFile: stateFile || undefined,
    messagingHost: messagingHost || undefined,
    auto: auto === '1',
  };
}
