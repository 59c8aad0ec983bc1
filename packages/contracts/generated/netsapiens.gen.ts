// Generated from netsapiens/openapi.yaml by `npm run gen`. Edit the contract, not this file.
export interface paths {
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell the release of the core
         * @description The connectivity probe. A core of version 44.0 does not have it and answers 404 `No Route Found [92]`.
         */
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Log in, refresh, or finish a log-in with a second factor
         * @description Status 200 alone is no proof of success: an account with MFA gets a partial token with a marker, an account that has only an old numeric PIN gets a null scope. A refresh replaces both tokens, and the old ones die at once.
         */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the domains in reach
         * @description Super Users see all, Resellers their own territory. Whoever stands lower gets 401 `Invalid Scope [APP001]`.
         */
        get: operations["listDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the domains in reach */
        get: operations["countDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /**
         * Read a domain, or with `~` the one that the token belongs to
         * @description What happens for a domain outside the caller's reach is not published; 401, 403 and 404 all mean "not visible to you".
         */
        get: operations["getDomain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** List the users of a domain */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/count": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        /** Count the users of a domain */
        get: operations["countUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domain}/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        /** Read a user, or with `~` and `~` the one that the token belongs to */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the event subscriptions in reach */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Subscribe a URL to the events of one model
         * @description Answers 200 with the object at once. The filters (`reseller`, `domain`, `user`) cannot be changed afterwards.
         */
        post: operations["createSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        /** Read a subscription */
        get: operations["getSubscription"];
        /** Change where and how long a subscription posts */
        put: operations["updateSubscription"];
        post?: never;
        /**
         * End a subscription
         * @description The published document asks for a body with the id and, below Super User, the domain. Acrobits' own tool sends none.
         */
        delete: operations["deleteSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        YesNo: "yes" | "no";
        /** @description A whole number, which some releases send as text. */
        Number: number | string;
        /**
         * @description What a user may do. Exact and case-sensitive.
         * @enum {string}
         */
        Scope: "Basic User" | "Simple User" | "Advanced User" | "Call Center Agent" | "Site Manager" | "Call Center Supervisor" | "Office Manager" | "Reseller" | "Super User" | "NDP" | "No Portal";
        /**
         * @description Kind of event. One for each subscription.
         * @enum {string}
         */
        Model: "agent" | "auditlog" | "auditlog_lite" | "call" | "call_origid" | "cdr" | "message" | "messagesession" | "subscriber" | "presence" | "voicemail";
        Accepted: {
            code: components["schemas"]["Number"];
            message: string;
        };
        ErrorResponse: {
            code: components["schemas"]["Number"];
            message: string;
        };
        SubscriptionConflict: {
            message: string;
        };
        OAuthError: {
            error: string;
            error_description?: string;
        };
        TokenError: components["schemas"]["OAuthError"] | components["schemas"]["ErrorResponse"];
        Version: {
            apiversion: string;
            hostname: string;
            "current-time"?: string;
        };
        Count: {
            total: components["schemas"]["Number"];
        };
        TokenRequest: components["schemas"]["PasswordGrant"] | components["schemas"]["RefreshGrant"] | components["schemas"]["MfaGrant"];
        PasswordGrant: {
            /** @enum {string} */
            grant_type: "password";
            client_id: string;
            client_secret: string;
            /** @description Log-in name, `user@domain` unless it was given another one. */
            username: string;
            /** @description The portal password; not the voicemail PIN. */
            password: string;
        };
        RefreshGrant: {
            /** @enum {string} */
            grant_type: "refresh_token";
            client_id: string;
            client_secret: string;
            refresh_token: string;
        };
        MfaGrant: {
            /** @enum {string} */
            grant_type: "mfa";
            client_id: string;
            client_secret: string;
            username: string;
            password: string;
            mfa_type: string;
            mfa_vendor: string;
            /** @enum {string} */
            ns_id_type: "subscriber" | "level1";
            passcode: string;
            /** @description The partial token of the first answer. */
            access_token: string;
        };
        TokenAnswer: components["schemas"]["AccessToken"] | components["schemas"]["MfaChallenge"] | components["schemas"]["LegacyAnswer"] | components["schemas"]["InBandError"];
        /** @description A usable token. Opaque; lower-case hexadecimal wherever one was seen. */
        AccessToken: {
            access_token: string;
            refresh_token: string;
            /** @description Seconds. */
            expires_in: components["schemas"]["Number"];
            token_type: string;
            scope: string;
            username: string;
            user: string;
            uid: string;
            login: string;
            domain: string;
            /** @description The reseller. */
            territory: string;
            department: string;
            site?: string;
            group?: string;
            user_email: string;
            displayName: string;
            client_id: string;
            apiversion: string;
        };
        /** @description A second factor is due. Its token opens nothing yet. Two shapes were seen, one with `mfa`, one with `mfa_required` in the place of the scope; the kind of factor stands in both. */
        MfaChallenge: {
            access_token: string;
            expires_in?: components["schemas"]["Number"];
            token_type?: string;
            mfa?: string;
            mfa_type: string;
            mfa_vendor?: string;
            scope?: string;
            user_scope?: string;
        };
        /** @description The log-in was right and the account has only an old numeric PIN, no secure password. Nothing usable in it. */
        LegacyAnswer: {
            access_token?: string | null;
            scope: null;
            legacy: boolean;
            legacy_expires_days?: number | string | null;
            recover?: boolean;
        };
        /** @description Some refusals come with status 200. */
        InBandError: {
            error: string;
            error_description?: string;
        };
        Domain: {
            domain: string;
            reseller: string;
            description?: string | null;
            /** @enum {string} */
            "domain-type"?: "Standard" | "Residential" | "Hospitality";
            "dial-plan"?: string;
            "dial-policy"?: string;
            "area-code"?: number | string | null;
            "caller-id-name"?: string | null;
            "caller-id-number"?: number | string | null;
            "time-zone"?: string;
            "language-token"?: string;
            "is-domain-locked"?: components["schemas"]["YesNo"];
            "limits-max-users"?: components["schemas"]["Number"];
        };
        User: {
            user: string;
            domain: string;
            "name-first-name"?: string;
            "name-last-name"?: string;
            /** @description The published name. */
            "email-address"?: string;
            /** @description What live reads carry instead. */
            email?: string;
            "user-scope"?: string;
            "login-username"?: string;
            department?: string | null;
            site?: string | null;
            "time-zone"?: string;
            "dial-plan"?: string;
            "dial-policy"?: string;
            "service-code"?: string | null;
            "account-status"?: string;
        };
        NewSubscription: {
            model: components["schemas"]["Model"];
            /** @description Absolute URL. */
            "post-url": string;
            /** @description Goes on posting after a failover. Published default yes; seen to act as no when left out, so send it always. */
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            /** @description Published default `*`, which callers of low scope do not get. */
            reseller?: string;
            /** @description Published default `*`, which callers of low scope do not get. */
            domain?: string;
            /** @description Published default `*`, which callers of low scope do not get. */
            user?: string;
            "user-scope"?: components["schemas"]["Scope"];
            /** @description Host name without scheme. */
            "preferred-server"?: string;
            /** @description `YYYY-MM-DD HH:MM:SS` in UTC. Left out, the subscription ends with the token. */
            "subscription-expires-datetime"?: string;
        };
        SubscriptionChange: {
            model?: components["schemas"]["Model"];
            "post-url"?: string;
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            "preferred-server"?: string;
            "subscription-expires-datetime"?: string;
            "error-count"?: components["schemas"]["Number"];
            "posts-count"?: components["schemas"]["Number"];
        };
        SubscriptionToDelete: {
            subscription_id?: string;
            domain?: string;
        };
        Subscription: {
            id: string;
            /** @description One of `Model`; a later release may add some. */
            model: string;
            "post-url": string;
            "subscription-geo-support"?: components["schemas"]["YesNo"];
            "user-scope"?: string | null;
            reseller?: string;
            domain: string;
            user?: string;
            /** @description Host name. One that holds a scheme marks a broken subscription. */
            "preferred-server"?: string | null;
            /** @description Empty until the first run. */
            "current-active-server"?: string | null;
            /** @enum {string} */
            status?: "pending" | "active" | "error";
            "error-count"?: components["schemas"]["Number"];
            "posts-count"?: components["schemas"]["Number"];
            "subscription-creation-datetime"?: string | null;
            "subscription-expires-datetime"?: string | null;
        };
    };
    responses: {
        /** @description Taken over; the change shows a moment later. */
        Accepted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 202,
                 *       "message": "Accepted"
                 *     }
                 */
                "application/json": components["schemas"]["Accepted"];
            };
        };
        /** @description The request is malformed. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 400,
                 *       "message": "Bad Request"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Either the token is missing, unknown or past its time, or it is good and its scope too low. Only the text tells which: `The access token provided has expired` calls for a new token, `Invalid Scope [APP001]` is final. */
        Denied: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description Not allowed. An HTML body comes from a network guard in front of the platform, not from the platform. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 403,
                 *       "message": "Domain not found or access denied"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description The thing does not exist, or this release does not have the path (`No Route Found [92]`). HTML comes from a host that is no API host. */
        Absent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description Something like it exists already. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 409,
                 *       "message": "UID already exists."
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
        /** @description The platform, or something in front of it, failed. */
        Broken: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "code": 500,
                 *       "message": "Internal Server Error"
                 *     }
                 */
                "application/json": components["schemas"]["ErrorResponse"];
                "text/html": string;
            };
        };
        /** @description Wrong client or wrong log-in. The published documents show `code` and `message`; which status and text belong to which mistake is not published, and clients read `error_description`, then `error`, then `message`. */
        TokenRefused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["TokenError"];
            };
        };
    };
    parameters: {
        /** @description How many rows to skip. */
        Start: number;
        /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
        Limit: number;
        /** @description How many rows to skip. */
        UnpublishedStart: number;
        /** @description How many rows at most. */
        UnpublishedLimit: number;
        /**
         * @description Name of the domain; `~` stands for the caller's own.
         * @example acme.example
         */
        Domain: string;
        /**
         * @description Extension of the user; `~` stands for the caller.
         * @example 100
         */
        User: string;
        /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
        SubscriptionId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "apiversion": "44.4.10",
                     *       "hostname": "core1.example.net",
                     *       "current-time": "2026-01-31 10:00:00"
                     *     }
                     */
                    "application/json": components["schemas"]["Version"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
                "application/x-www-form-urlencoded": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description A token, or one of the answers that look like one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenAnswer"];
                };
            };
            400: components["responses"]["TokenRefused"];
            401: components["responses"]["TokenRefused"];
            403: components["responses"]["TokenRefused"];
            404: components["responses"]["TokenRefused"];
            409: components["responses"]["TokenRefused"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listDomains: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. There is neither a next link nor a total. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "domain": "acme.example",
                     *         "reseller": "northwind",
                     *         "description": "Acme"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["Domain"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countDomains: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 3
                     *     }
                     */
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getDomain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "domain": "acme.example",
                     *       "reseller": "northwind",
                     *       "description": "Acme",
                     *       "domain-type": "Standard",
                     *       "time-zone": "US/Pacific"
                     *     }
                     */
                    "application/json": components["schemas"]["Domain"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["Start"];
                /** @description How many rows at most. Whoever leaves it out gets the first hundred, which looks like a complete list. */
                limit?: components["parameters"]["Limit"];
            };
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. A Basic User sees only itself. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example [
                     *       {
                     *         "user": "100",
                     *         "domain": "acme.example",
                     *         "name-first-name": "Ada",
                     *         "name-last-name": "Example",
                     *         "email-address": "ada@acme.example",
                     *         "user-scope": "Basic User"
                     *       }
                     *     ]
                     */
                    "application/json": components["schemas"]["User"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    countUsers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "total": 4
                     *     }
                     */
                    "application/json": components["schemas"]["Count"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Name of the domain; `~` stands for the caller's own.
                 * @example acme.example
                 */
                domain: components["parameters"]["Domain"];
                /**
                 * @description Extension of the user; `~` stands for the caller.
                 * @example 100
                 */
                user: components["parameters"]["User"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": "100",
                     *       "domain": "acme.example",
                     *       "name-first-name": "Ada",
                     *       "name-last-name": "Example",
                     *       "email-address": "ada@acme.example",
                     *       "user-scope": "Basic User",
                     *       "login-username": "100@acme.example"
                     *     }
                     */
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /** @description How many rows to skip. */
                start?: components["parameters"]["UnpublishedStart"];
                /** @description How many rows at most. */
                limit?: components["parameters"]["UnpublishedLimit"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"][];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    createSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSubscription"];
            };
        };
        responses: {
            /** @description The subscription, still `pending` and without an active server. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            /** @description The same id or the same set of parameters exists. This answer carries no `code`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "message": "Subscription ID already Exists or matching set of parameters already exists"
                     *     }
                     */
                    "application/json": components["schemas"]["SubscriptionConflict"];
                };
            };
            "5XX": components["responses"]["Broken"];
        };
    };
    getSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The subscription. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    updateSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "post-url": "https://hooks.example.net/events",
                 *       "preferred-server": "core1.example.net"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionChange"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
    deleteSubscription: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example 0f1e2d3c4b5a69788796a5b4c3d2e1f0 */
                id: components["parameters"]["SubscriptionId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "subscription_id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                 *       "domain": "acme.example"
                 *     }
                 */
                "application/json": components["schemas"]["SubscriptionToDelete"];
            };
        };
        responses: {
            202: components["responses"]["Accepted"];
            400: components["responses"]["Invalid"];
            401: components["responses"]["Denied"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["Absent"];
            409: components["responses"]["Conflict"];
            "5XX": components["responses"]["Broken"];
        };
    };
}
