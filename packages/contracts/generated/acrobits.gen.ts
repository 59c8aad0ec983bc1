// Generated from acrobits/openapi.yaml by `npm run gen`. Edit the contract, not this file.
export interface paths {
    "/netsapiens/callbacks/{cloudId}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: string;
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or confirm a domain for message synchronisation
         * @description Meant to be idempotent. Acrobits then logs in as the Office Manager and creates the event subscriptions of the domain.
         */
        post: operations["provisionDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        DomainToProvision: {
            domainName: string;
            officeManagerName: string;
            officeManagerPassword: string;
        };
        Refusal: {
            error?: string;
            message?: string;
        };
    };
    responses: {
        /** @description The call was understood or not, and is refused. */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Refusal"];
                "text/html": string;
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    provisionDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "domainName": "acme.example",
                 *       "officeManagerName": "integration-office-manager",
                 *       "officeManagerPassword": "invented-password"
                 *     }
                 */
                "application/json": components["schemas"]["DomainToProvision"];
            };
        };
        responses: {
            /** @description The domain existed already. Whether a changed Office Manager password is taken over is not documented. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The domain was created on the messaging server. The requirements show no body, so none is promised; ignore whatever comes. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            409: components["responses"]["Refused"];
            /** @description Too many calls. */
            429: {
                headers: {
                    /** @description Seconds, or an HTTP date. */
                    "Retry-After"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The messaging server, or something in front of it, failed. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                    "text/html": string;
                };
            };
        };
    };
}
