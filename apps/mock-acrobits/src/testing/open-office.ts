import express from 'express';
import { createTransport } from 'nodemailer';
import { type Company, openCompany } from '../company.ts';
import { answerFailures } from '../failures.ts';
import { type Listening, listen } from './listen.ts';

export interface Office extends Company, Listening {
  /** Hands a letter to the mailbox over SMTP, as any sender does. */
  mail(letter: { subject?: string; text?: string; html?: string; messageId?: string; raw?: string }): Promise<void>;
}

/** The company with its pages on a free port, quick to try again. Without the API call, which the contract serves. */
export async function openOffice(options: { auto?: boolean; stateFile?: string } = {}): Promise<Office> {
  const { auto = false, stateFile } = options;
  let port = 0;
  const company = await openCompany({
    host: '127.0.0.1',
    smtpPort: 0,
    stateFile,
    auto,
    ownHost: () => `localhost:${port}`,
    // Without the API there is nothing that an outcome could befall.
    outcomes: () => ({ order: () => [], waiting: () => [], clear: () => undefined }),
    pauses: [5, 5],
    firstPauseMs: 5,
  });
  company.desk.state.staff.delayMs = 0;
  const app = express();
  app.use(company.routes, answerFailures);
  const listening = await listen(app);
  port = listening.port;
  return {
    ...company,
    ...listening,
    async mail({ subject = 'Hello', text, html, messageId, raw }) {
      const transport = createTransport({ host: '127.0.0.1', port: company.mailbox.port, secure: false, ignoreTLS: true });
      const envelope = { from: 'enablement@northwind.example', to: 'contact@acrobits.example' };
      try {
        await transport.sendMail(raw === undefined ? { ...envelope, subject, text, html, messageId } : { envelope, raw });
      } finally {
        transport.close();
      }
    },
    async close() {
      await company.close();
      await listening.close();
    },
  };
}
