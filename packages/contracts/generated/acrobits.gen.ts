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
                cloudId: components["parameters"]["cloudId"];
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
    "/netsapiens/callbacks/{cloudId}/message": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifier of the subscription. */
                "X-Correlation-ID"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: components["parameters"]["cloudId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take message events
         * @description One event for each message. NetSapiens counts connection failures and every status above 302 as errors of the subscription.
         */
        post: operations["receiveMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/netsapiens/callbacks/{cloudId}/message-session": {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifier of the subscription. */
                "X-Correlation-ID"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: components["parameters"]["cloudId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take events of message sessions
         * @description One event for each change of a session, and for each mark that it was read.
         */
        post: operations["receiveMessageSession"];
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
        /** @description Shaped like a message as NetSapiens lists it. Any member may be missing, and more may come. */
        MessageEvent: {
            id?: string | number | null;
            timestamp?: string | null;
            /** @description `chat`, `sms`, `mms`, `chat-media` and others. */
            type?: string | null;
            domain?: string | null;
            /** @description `orig` is inbound, `term` is outbound. */
            direction?: string | null;
            "from-number"?: string | number | null;
            "from-user-id"?: string | number | null;
            "from-user-agent"?: string | null;
            "from-video-attendee-id"?: string | number | null;
            dialed?: string | number | null;
            /** @description Of any type; a message of digits has been seen to arrive as a number. */
            text?: unknown;
            "terminating-user-id"?: string | number | null;
            "terminating-number"?: string | number | null;
            status?: string | null;
            "media-type"?: string | null;
            "media-size"?: string | number | null;
            "messagesession-id"?: string | null;
            /** @description Separated by commas. */
            "messagesession-participants"?: string | null;
            "messagesession-reciever-hostname"?: string | null;
            "deleted-datetime"?: string | null;
        };
        /** @description Shaped like a message session as NetSapiens lists it. Nearly every member may be null, and more may come. */
        SessionEvent: {
            user?: string | number | null;
            domain?: string | null;
            "messagesession-id"?: string | null;
            "messagesession-name"?: string | null;
            "messagesession-type"?: string | null;
            "messagesession-participants"?: string | null;
            "messagesession-remote"?: string | number | null;
            "messagesession-sms-number"?: string | number | null;
            "messagesession-muted"?: string | boolean | null;
            "messagesession-start-datetime"?: string | null;
            "messagesession-last-datetime"?: string | null;
            /** @description Of any type, as `text` of a message. */
            "messagesession-last-message"?: unknown;
            "messagesession-last-sender"?: string | number | null;
            "messagesession-last-status"?: string | number | null;
            "messagesession-last-type"?: string | null;
            "messagesession-last-media-type"?: string | null;
            "messagesession-last-media-size"?: string | number | null;
            "messagesession-last-email-reminder-datetime"?: string | null;
            "messagesession-agent-start-datetime"?: string | null;
            "messagesession-reciever-hostname"?: string | null;
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
    parameters: {
        /**
         * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
         * @example NSACME
         */
        cloudId: string;
        /** @description Identifier of the subscription. */
        correlationId: string;
    };
    requestBodies: never;
    headers: {
        /** @description Seconds, or an HTTP date. */
        RetryAfter: string;
    };
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
                cloudId: components["parameters"]["cloudId"];
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
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                };
            };
            /** @description The messaging server, or something in front of it, failed. */
            "5XX": {
                headers: {
                    "Retry-After": components["headers"]["RetryAfter"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Refusal"];
                    "text/html": string;
                };
            };
        };
    };
    receiveMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifier of the subscription. */
                "X-Correlation-ID"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: components["parameters"]["cloudId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "id": "1700000000123",
                 *         "timestamp": "2026-01-31 10:00:00",
                 *         "type": "chat",
                 *         "domain": "acme.example",
                 *         "direction": "orig",
                 *         "from-user-id": "100",
                 *         "terminating-user-id": "101",
                 *         "text": "Are you there?",
                 *         "messagesession-id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["MessageEvent"][];
            };
        };
        responses: {
            /** @description Taken. That it is 200, and without a body, is inferred; whatever is not above 302 pleases NetSapiens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    receiveMessageSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Identifier of the subscription. */
                "X-Correlation-ID"?: components["parameters"]["correlationId"];
            };
            path: {
                /**
                 * @description The cloud that Acrobits made for this NetSapiens environment. A trailing `*` means the editable version of the same cloud and is sent as it is.
                 * @example NSACME
                 */
                cloudId: components["parameters"]["cloudId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example [
                 *       {
                 *         "user": "101",
                 *         "domain": "acme.example",
                 *         "messagesession-id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                 *         "messagesession-last-message": "Are you there?",
                 *         "messagesession-last-sender": "100",
                 *         "messagesession-participants": "100,101"
                 *       }
                 *     ]
                 */
                "application/json": components["schemas"]["SessionEvent"][];
            };
        };
        responses: {
            /** @description Taken. That it is 200, and without a body, is inferred; whatever is not above 302 pleases NetSapiens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Refused"];
            401: components["responses"]["Refused"];
            403: components["responses"]["Refused"];
            404: components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
}
