// Generated from provisioning/openapi.yaml by `npm run gen`. Edit the contract, not this file.
export interface paths {
    "/acrobits/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An account, asked for with a query
         * @description As Acrobits' documentation shows it. Log-ins travel in the address, so that POST is the better way.
         */
        get: operations["getAccount"];
        put?: never;
        /** An account, asked for with a form or JSON */
        post: operations["postAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/acrobits/global": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quick Dial and dial actions, asked for with a query */
        get: operations["getGlobal"];
        put?: never;
        /** Quick Dial and dial actions, asked for with a form or JSON */
        post: operations["postGlobal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessiontalk/provisioning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * SIP accounts for SessionTalk's app
         * @description For a deployment that serves one environment. SessionTalk's servers relay the call; the log-in travels in the address.
         */
        get: operations["getSessionTalk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessiontalk/provisioning/{cloudId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The environment, where several are served. SessionTalk does not send one, but each ProviderId has its own address.
                 * @example NSACME
                 */
                cloudId: string;
            };
            cookie?: never;
        };
        /** SIP accounts for SessionTalk's app, of one environment */
        get: operations["getSessionTalkOf"];
        put?: never;
        post?: never;
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
        Login: {
            cloud_id: string;
            cloud_username: string;
            cloud_password: string;
            initialScreen?: string;
            reprovision?: string;
        };
        /** @description `<account>` with `title` (never empty), `username` (the NetSapiens device), `authUsername`, `password`, `host` (the NetSapiens domain), `proxy` (the core), `transport`, `cloud_username`, `cloud_password`, `extProvUrl`, `extProvInterval` and what the template of the cloudId adds. */
        AccountXml: string;
        /** @description `<provisioning>` with `quickDial` (its `item` with `id`, `priority`, `displayName`, `uri`, or `action="remove"`) and the operator's `dialActions`. */
        GlobalXml: string;
        /** @description `<error>` with one `<message>`, which the app shows. */
        ErrorXml: string;
        SessionTalkAnswer: {
            /** @description True: delete all accounts and make these. False: look at none of them. */
            update: boolean;
            sipaccounts: components["schemas"]["SessionTalkAccount"][];
            /** @description Shown to the person. */
            errmsg?: string;
        };
        SessionTalkAccount: {
            sipusername: string;
            sippassword: string;
            /** @description Only what stands before the Domain of SessionTalk's portal. */
            subdomain?: string;
            authusername?: string;
            /** @enum {string} */
            transport: "UDP" | "TCP" | "TLS";
            proxy?: string;
            srtp?: components["schemas"]["Ability"];
            messaging?: components["schemas"]["Ability"];
            video?: components["schemas"]["Ability"];
            callrecording?: components["schemas"]["Ability"];
        };
        /** @enum {string} */
        Ability: "Enabled" | "Disabled";
    };
    responses: {
        /** @description A parameter is missing or cannot be right, or the cloud ID is not served here. */
        Unusable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description NetSapiens does not let this log-in in. Unknown users and wrong passwords look alike. */
        Rejected: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description Only GET and POST can be used. */
        WrongMethod: {
            headers: {
                Allow: components["headers"]["Allow"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description The body is larger than anything a phone sends. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description The body is neither a form nor JSON. */
        UnknownKind: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description Too many wrong passwords. */
        TooManyTries: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
        /** @description NetSapiens does not answer, and this user is not known from before. */
        NotNow: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example <?xml version="1.0" encoding="UTF-8"?>
                 *     <error><message>The user name is missing.</message></error>
                 */
                "application/xml": components["schemas"]["ErrorXml"];
            };
        };
    };
    parameters: {
        /**
         * @description `%fullcode%`: of the environment; a trailing `*` is the editable version, which is served alike.
         * @example NSACME
         */
        CloudId: string;
        /**
         * @description `%username%`: `100@acme.example`, a login name, or the e-mail address that is one.
         * @example 100@acme.example
         */
        Username: string;
        /**
         * @description `%password%`: of the web portal.
         * @example invented-password
         */
        Password: string;
        /**
         * @description `1` on the first call, in Acrobits' sample.
         * @example 1
         */
        InitialScreen: string;
        /** @description `1` on every later call; it stands in the account that we send. */
        Reprovision: string;
        /** @description The ETag of the last answer. */
        IfNoneMatch: string;
        /** @description The Last-Modified of the last answer. */
        IfModifiedSince: string;
        /**
         * @description As typed into the app.
         * @example 100@acme.example
         */
        SessionTalkUsername: string;
        /**
         * @description As typed into the app.
         * @example invented-password
         */
        SessionTalkPassword: string;
    };
    requestBodies: never;
    headers: {
        /** @description It holds a password or speaks of one. */
        NoStore: "no-store";
        /** @description What can be used. */
        Allow: string;
        /** @description Seconds. */
        RetryAfter: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getAccount: {
        parameters: {
            query: {
                /**
                 * @description `%fullcode%`: of the environment; a trailing `*` is the editable version, which is served alike.
                 * @example NSACME
                 */
                cloud_id: components["parameters"]["CloudId"];
                /**
                 * @description `%username%`: `100@acme.example`, a login name, or the e-mail address that is one.
                 * @example 100@acme.example
                 */
                cloud_username: components["parameters"]["Username"];
                /**
                 * @description `%password%`: of the web portal.
                 * @example invented-password
                 */
                cloud_password: components["parameters"]["Password"];
                /**
                 * @description `1` on the first call, in Acrobits' sample.
                 * @example 1
                 */
                initialScreen?: components["parameters"]["InitialScreen"];
                /** @description `1` on every later call; it stands in the account that we send. */
                reprovision?: components["parameters"]["Reprovision"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account. When a phone asks again whose user is not let in any more, an account that is signed out: an error would leave the last good one in place. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <account><title>Ada Example</title><username>100m</username><authUsername>100m</authUsername><password>invented-sip-secret</password><host>acme.example</host><proxy>core1.example.net</proxy><transport>udp</transport><cloud_username>100@acme.example</cloud_username><cloud_password>invented-password</cloud_password><extProvUrl>https://phones.example.net/acrobits/provisioning</extProvUrl><extProvInterval>3600</extProvInterval></account>
                     */
                    "application/xml": components["schemas"]["AccountXml"];
                };
            };
            400: components["responses"]["Unusable"];
            403: components["responses"]["Rejected"];
            405: components["responses"]["WrongMethod"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownKind"];
            429: components["responses"]["TooManyTries"];
            503: components["responses"]["NotNow"];
        };
    };
    postAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Login"];
                /**
                 * @example {
                 *       "cloud_id": "NSACME",
                 *       "cloud_username": "100@acme.example",
                 *       "cloud_password": "invented-password"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description The account. When a phone asks again whose user is not let in any more, an account that is signed out: an error would leave the last good one in place. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <account><title>Ada Example</title><username>100m</username><authUsername>100m</authUsername><password>invented-sip-secret</password><host>acme.example</host><proxy>core1.example.net</proxy><transport>udp</transport><cloud_username>100@acme.example</cloud_username><cloud_password>invented-password</cloud_password><extProvUrl>https://phones.example.net/acrobits/provisioning</extProvUrl><extProvInterval>3600</extProvInterval></account>
                     */
                    "application/xml": components["schemas"]["AccountXml"];
                };
            };
            400: components["responses"]["Unusable"];
            403: components["responses"]["Rejected"];
            405: components["responses"]["WrongMethod"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownKind"];
            429: components["responses"]["TooManyTries"];
            503: components["responses"]["NotNow"];
        };
    };
    getGlobal: {
        parameters: {
            query: {
                /**
                 * @description `%fullcode%`: of the environment; a trailing `*` is the editable version, which is served alike.
                 * @example NSACME
                 */
                cloud_id: components["parameters"]["CloudId"];
                /**
                 * @description `%username%`: `100@acme.example`, a login name, or the e-mail address that is one.
                 * @example 100@acme.example
                 */
                cloud_username: components["parameters"]["Username"];
                /**
                 * @description `%password%`: of the web portal.
                 * @example invented-password
                 */
                cloud_password: components["parameters"]["Password"];
            };
            header?: {
                /** @description The ETag of the last answer. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The Last-Modified of the last answer. */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Park slots and tiles of the configuration, and the user's contacts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    /** @description Changes with the text. Missing when contacts could not be read. */
                    ETag?: string;
                    /** @description When the text changed. */
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <provisioning><quickDial maxQuickDialReplacePriority="21"><item id="park-*701" priority="50"><displayName>Park 1</displayName><uri>*701</uri></item></quickDial></provisioning>
                     */
                    "application/xml": components["schemas"]["GlobalXml"];
                };
            };
            /** @description What the app has is still right. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unusable"];
            403: components["responses"]["Rejected"];
            405: components["responses"]["WrongMethod"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownKind"];
            429: components["responses"]["TooManyTries"];
            503: components["responses"]["NotNow"];
        };
    };
    postGlobal: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag of the last answer. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
                /** @description The Last-Modified of the last answer. */
                "If-Modified-Since"?: components["parameters"]["IfModifiedSince"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["Login"];
                /**
                 * @example {
                 *       "cloud_id": "NSACME",
                 *       "cloud_username": "100@acme.example",
                 *       "cloud_password": "invented-password"
                 *     }
                 */
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description Park slots and tiles of the configuration, and the user's contacts. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    /** @description Changes with the text. Missing when contacts could not be read. */
                    ETag?: string;
                    /** @description When the text changed. */
                    "Last-Modified"?: string;
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example <?xml version="1.0" encoding="UTF-8"?>
                     *     <provisioning><quickDial maxQuickDialReplacePriority="21"><item id="park-*701" priority="50"><displayName>Park 1</displayName><uri>*701</uri></item></quickDial></provisioning>
                     */
                    "application/xml": components["schemas"]["GlobalXml"];
                };
            };
            /** @description What the app has is still right. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Unusable"];
            403: components["responses"]["Rejected"];
            405: components["responses"]["WrongMethod"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnknownKind"];
            429: components["responses"]["TooManyTries"];
            503: components["responses"]["NotNow"];
        };
    };
    getSessionTalk: {
        parameters: {
            query: {
                /**
                 * @description As typed into the app.
                 * @example 100@acme.example
                 */
                username: components["parameters"]["SessionTalkUsername"];
                /**
                 * @description As typed into the app.
                 * @example invented-password
                 */
                password: components["parameters"]["SessionTalkPassword"];
                /**
                 * @description `false` only when the app is set up; left out, it is that.
                 * @example false
                 */
                reprovision?: "true" | "false";
                /**
                 * @description Of an installation, not of a device; it may change when the app is installed anew.
                 * @example 3kQs875391li29
                 */
                deviceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts, or why there are none. Only 2xx is documented, so that errors are told here. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
            /** @description User name or password is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "update": false,
                     *       "sipaccounts": [],
                     *       "errmsg": "User name and password are needed."
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
            /** @description Only GET can be used. */
            405: {
                headers: {
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "update": false,
                     *       "sipaccounts": [],
                     *       "errmsg": "Only GET can be used here."
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
        };
    };
    getSessionTalkOf: {
        parameters: {
            query: {
                /**
                 * @description As typed into the app.
                 * @example 100@acme.example
                 */
                username: components["parameters"]["SessionTalkUsername"];
                /**
                 * @description As typed into the app.
                 * @example invented-password
                 */
                password: components["parameters"]["SessionTalkPassword"];
                /**
                 * @description `false` only when the app is set up; left out, it is that.
                 * @example false
                 */
                reprovision?: "true" | "false";
                /**
                 * @description Of an installation, not of a device; it may change when the app is installed anew.
                 * @example 3kQs875391li29
                 */
                deviceId?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The environment, where several are served. SessionTalk does not send one, but each ProviderId has its own address.
                 * @example NSACME
                 */
                cloudId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accounts, or why there are none. Only 2xx is documented, so that errors are told here. */
            200: {
                headers: {
                    "Cache-Control": components["headers"]["NoStore"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
            /** @description User name or password is missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "update": false,
                     *       "sipaccounts": [],
                     *       "errmsg": "User name and password are needed."
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
            /** @description Only GET can be used. */
            405: {
                headers: {
                    Allow: components["headers"]["Allow"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "update": false,
                     *       "sipaccounts": [],
                     *       "errmsg": "Only GET can be used here."
                     *     }
                     */
                    "application/json": components["schemas"]["SessionTalkAnswer"];
                };
            };
        };
    };
}
