import {
  clientId,
  cloudId,
  contactEmail,
  contactName,
  contactPhone,
  coreHost,
  cspCompany,
  type Declared,
  domainName,
  type Environment,
  type EnvironmentDomain,
  messagingHost,
  officeManagerLogin,
  portalUrl,
  Secret,
  secretText,
  type XimaTarget,
} from '@enablement/core';
import { z } from 'zod';

/** A secret in the file is the name of an environment variable, so that the file can be kept, mailed and reviewed. */
const secretIn = (env: NodeJS.ProcessEnv) =>
  z
    .strictObject(
      {
        env: z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'expected the name of an environment variable, for example NS_CLIENT_SECRET'),
      },
      'expected { env: NAME }, the name of an environment variable, and never the secret itself',
    )
    .transform(({ env: name }, context) => {
      const text = secretText.safeParse(env[name]);
      if (text.success) return new Secret(text.data);
      const message = env[name]
        ? `${name} cannot be used: ${text.error.issues[0]?.message}`
        : `${name} is not set in the environment`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    });

const port = z.int('expected a port').min(1, 'expected a port from 1 to 65535').max(65535, 'expected a port from 1 to 65535');

/** A domain whose messaging is, or is to be, synchronized; the names of Office Manager and password are Acrobits'. */
const domainIn = (env: NodeJS.ProcessEnv) =>
  z
    .strictObject({
      domain: domainName,
      officeManagerName: officeManagerLogin.optional(),
      officeManagerPassword: secretIn(env).optional(),
    })
    .transform(({ domain, officeManagerName: login, officeManagerPassword: password }, context): EnvironmentDomain => {
      if (login !== undefined && password !== undefined) return { domain, officeManager: { login, password } };
      if (login === undefined && password === undefined) return { domain };
      context.addIssue({ code: 'custom', message: 'give officeManagerName and officeManagerPassword, or neither' });
      return z.NEVER;
    });

const environmentIn = (env: NodeJS.ProcessEnv) =>
  z
    .strictObject({
      cloudId,
      portalUrl,
      coreHost,
      clientId,
      clientSecret: secretIn(env),
      messagingHost: messagingHost.optional(),
      apiKey: secretIn(env).optional(),
      corePort: port.optional(),
      coreTlsPort: port.optional(),
      netsapiensKey: secretIn(env).optional(),
      csp: z.strictObject({ company: cspCompany, contactName, contactEmail, contactPhone }).optional(),
      domains: z.array(domainIn(env)).max(1000).optional(),
    })
    .transform(({ messagingHost: host, apiKey, ...environment }, context): Environment => {
      if (host !== undefined && apiKey !== undefined) return { ...environment, messaging: { host, apiKey } };
      if (host === undefined && apiKey === undefined) return environment;
      context.addIssue({
        code: 'custom',
        message: 'messagingHost and apiKey come together from Acrobits: give both, or neither',
      });
      return z.NEVER;
    });

/** The names are Xima's. */
const ximaIn = (env: NodeJS.ProcessEnv) =>
  z
    .strictObject({
      domain: domainName,
      sip_proxy_server_host: coreHost,
      sip_proxy_server_port: port.default(5060),
      api_url: portalUrl,
      api_client_id: clientId,
      api_client_secret: secretIn(env),
      api_username: officeManagerLogin,
      api_password: secretIn(env),
      did: z
        .string('expected digits in quotes, for example "15551230100"')
        .regex(/^\d{3,20}$/, 'expected digits, for example "15551230100"'),
    })
    .transform(
      (given): XimaTarget => ({
        domain: given.domain,
        sipProxyServerHost: given.sip_proxy_server_host,
        sipProxyServerPort: given.sip_proxy_server_port,
        apiUrl: given.api_url,
        apiClientId: given.api_client_id,
        apiClientSecret: given.api_client_secret,
        apiUsername: given.api_username,
        apiPassword: given.api_password,
        did: given.did,
      }),
    );

/** The whole file: either list may be missing. Values obey the same rules as in the forms. */
export const declarationIn = (env: NodeJS.ProcessEnv): z.ZodType<Declared> =>
  z.strictObject({
    environments: z.array(environmentIn(env)).max(1000).default([]),
    xima: z.array(ximaIn(env)).max(1000).default([]),
  });
