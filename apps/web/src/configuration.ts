import { mayCarrySecrets, noDevelopmentInProduction, ownAddress, readVariables, servingVariables } from '@enablement/core';
import { z } from 'zod';

const Environment = z
  .object({
    ...servingVariables(4300),
    PUBLIC_URL: ownAddress('PUBLIC_URL', 'https://enablement.northwind.example').optional(),
    ACROBITS_CONTACT: z.email('ACROBITS_CONTACT must be an e-mail address.').default('contact@acrobits.cz'),
    SESSIONTALK_PROVIDER: z
      .string()
      .regex(
        /^[A-Za-z0-9._-]{1,64}$/,
        'SESSIONTALK_PROVIDER must be the ProviderId of the SessionCloud portal, for example AcmeInc.',
      )
      .optional(),
  })
  .refine(...noDevelopmentInProduction)
  .transform((env, context) => {
    const PUBLIC_URL = env.PUBLIC_URL ?? `http://localhost:${env.PORT}`;
    if (mayCarrySecrets(PUBLIC_URL, env.ALLOW_PRIVATE_HOSTS)) return { ...env, PUBLIC_URL };
    context.addIssue({
      code: 'custom',
      message: 'PUBLIC_URL must start with https:// unless it is this machine, since secrets travel over it.',
    });
    return z.NEVER;
  });

export type Configuration = z.infer<typeof Environment>;

/** Reads the environment. Throws one sentence that names the first variable that is missing or malformed. */
export function readConfiguration(env: Readonly<Record<string, string | undefined>>): Configuration {
  return readVariables(Environment, env);
}
